import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'
import { describe, expect, it } from 'vitest'

const SRC = join(process.cwd(), 'src')

/** What people see, without the gallery (for developers) and tests. */
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.tsx') && !/\.test\.tsx$|^(gallery|test)\//.test(path),
)

/** Attributes whose text is read or read out. */
const READ = new Set(['aria-label', 'aria-description', 'alt', 'label', 'placeholder', 'title'])

/** Names of partners' fields and signs that are the same in every language. */
const UNTRANSLATED = new Set(['Agent Portal', 'wa_id', 'Ctrl', 'Esc'])

function isWords(value: unknown): value is string {
  return typeof value === 'string' && /\p{L}{2}/u.test(value) && !UNTRANSLATED.has(value.trim())
}

function record(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** The texts that stand in an element: between its tags, in braces, or in an attribute that is read. */
function textOf(node: { readonly [key: string]: unknown }): unknown {
  if (node.type === 'JSXText') return node.value
  if (node.type === 'JSXAttribute' && READ.has(String(record(node.name).name))) {
    return record(node.value).value
  }
  return undefined
}

function literalTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(literalTexts)
  const node = record(value)
  const text = textOf(node)
  const inBraces = Array.isArray(node.children)
    ? node.children.map((child) => record(record(child).expression).value)
    : []
  return [...[text, ...inBraces].filter(isWords), ...Object.values(node).flatMap(literalTexts)]
}

describe('the code of what people see', () => {
  it('holds no text: every word comes from a catalogue', () => {
    const found = files.flatMap((path) => {
      const tree = parseAst(readFileSync(join(SRC, path), 'utf8'), { lang: 'tsx' })
      return literalTexts(tree).map((text) => `${path}: ${text.trim()}`)
    })

    expect(found).toEqual([])
  })

  it('names sides by the direction of reading, so that it can be mirrored', () => {
    // `left-1/2` is for what is centred.
    const physical =
      /(?<![\w-])(?:[a-z-]+:)*-?(?:[mp][lr]-|(?:left|right)-(?!1\/2)|text-(?:left|right)\b|border-[lr]\b|rounded-[lr]\b)/g
    const found = files.flatMap((path) => {
      const source = readFileSync(join(SRC, path), 'utf8')
      const strings = [...source.matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`\n]*`/g)].join(' ')
      return [...strings.matchAll(physical)].map(([name]) => `${path}: ${name}`)
    })

    expect(found).toEqual([])
  })
})
