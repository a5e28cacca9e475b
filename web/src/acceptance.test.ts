import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = '..'
const LINES = 26

const rows = readFileSync(`${ROOT}/docs/acceptance.md`, 'utf8')
  .split('\n')
  .map((line) => /^\| ([^|*]+) \| (.+) \|$/.exec(line))
  .flatMap((match) => (match === null ? [] : [{ line: match[1] ?? '', proof: match[2] ?? '' }]))
  .filter(({ line }) => line !== 'line')

/** Why a proof does not stand; `null` if it does. */
function fault({ line, proof }: { line: string; proof: string }): string | null {
  if (/^open: \S/.test(proof)) return null
  const [, file, name] = /^`([^`]+)`: (.+)$/.exec(proof) ?? []
  if (file === undefined || name === undefined) return `${line}: neither a test nor "open: reason"`
  if (!existsSync(`${ROOT}/${file}`)) return `${line}: there is no ${file}`
  return readFileSync(`${ROOT}/${file}`, 'utf8').includes(name)
    ? null
    : `${line}: no test "${name}"`
}

describe('the table of acceptance criteria', () => {
  it('has every line of the specification, each once', () => {
    expect(new Set(rows.map(({ line }) => line)).size).toBe(LINES)
    expect(rows).toHaveLength(LINES)
  })

  it('names tests that exist', () => {
    expect(rows.flatMap((row) => fault(row) ?? [])).toEqual([])
  })
})
