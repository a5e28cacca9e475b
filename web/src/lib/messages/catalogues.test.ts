import { describe, expect, it } from 'vitest'
import type { Plural } from './catalogue'
import { consoleDe } from './console.de'
import { consoleEn } from './console.en'
import { consoleEs } from './console.es'
import { consolePt } from './console.pt'
import { publicDe } from './public.de'
import { publicEn } from './public.en'
import { publicEs } from './public.es'
import { publicPt } from './public.pt'

type Catalogue = { readonly [key: string]: string | Plural }

const source: Catalogue = { ...publicEn, ...consoleEn }
const translations: [language: string, catalogue: Catalogue][] = [
  ['es', { ...publicEs, ...consoleEs }],
  ['pt', { ...publicPt, ...consolePt }],
  ['de', { ...publicDe, ...consoleDe }],
]

function formsOf(entry: string | Plural): string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry)
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()
}

describe.each(translations)('the texts in %s', (language, catalogue) => {
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
