import { describe, expect, it } from 'vitest'
import type { Plural } from './catalogue'

type Catalogue = { readonly [key: string]: string | Plural }

const modules = import.meta.glob<{ readonly [name: string]: Catalogue }>('./*.{en,es,pt,de}.ts', {
  eager: true,
})

/** Every area's texts in one language, together. */
function catalogueIn(language: string): Catalogue {
  const ofLanguage = Object.entries(modules).filter(([path]) => path.endsWith(`.${language}.ts`))
  return Object.assign({}, ...ofLanguage.flatMap(([, module]) => Object.values(module)))
}

const source = catalogueIn('en')

function formsOf(entry: string | Plural): string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry)
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()
}

describe.each(['es', 'pt', 'de'])('the texts in %s', (language) => {
  const catalogue = catalogueIn(language)

  it('are the same as the English ones, none more and none less', () => {
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(source).sort())
  })

  it('have the same placeholders as the English ones', () => {
    const different = Object.keys(source).filter((key) => {
      const [original = ''] = formsOf(source[key] ?? '').slice(-1)
      const expected = placeholdersOf(original).join()
      return formsOf(catalogue[key] ?? '').some((form) => placeholdersOf(form).join() !== expected)
    })

    expect(different).toEqual([])
  })

  it('have every plural form the language knows', () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    const incomplete = Object.entries(catalogue).filter(
      ([, entry]) => typeof entry !== 'string' && categories.some((form) => !(form in entry)),
    )

    expect(incomplete.map(([key]) => key)).toEqual([])
  })
})

describe('the English texts', () => {
  it('are each used somewhere', () => {
    const sources = Object.values(
      import.meta.glob<string>(
        ['/src/**/*.{ts,tsx}', '!/src/lib/messages/**', '!/src/**/*.test.*'],
        {
          eager: true,
          query: '?raw',
          import: 'default',
        },
      ),
    ).join('\n')
    const isNamed = (key: string) =>
      new RegExp(`['\`]${key.replaceAll('.', '\\.')}['\`]`).test(sources)
    // `status.${value}`: the beginning is named, the end is a value's.
    const isComposed = (key: string) =>
      key
        .split('.')
        .some((_, index, parts) =>
          index === 0 ? false : sources.includes(`\`${parts.slice(0, index).join('.')}.\${`),
        )
    const unused = Object.keys(source).filter((key) => !(isNamed(key) || isComposed(key)))

    expect(unused).toEqual([])
  })
})
