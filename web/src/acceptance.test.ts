import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const ROOT = '..'
const LINES = 26

const rows = readFileSync(`${ROOT}/docs/acceptance.md`, 'utf8')
  .split('\n')
  .map((line) => /^\| ([^|*]+) \| (.+) \|$/.exec(line))
  .flatMap((match) => (match === null ? [] : [{ line: match[1] ?? '', proof: match[2] ?? '' }]))
  .filter(({ line }) => line !== 'line')

/** Why the proofs of a line do not stand; none if they do. */
function faults({ line, proof }: { line: string; proof: string }): string[] {
  if (/^open: \S/.test(proof)) return []
  const named = [...proof.matchAll(/`([^`]+)`: ([^;]+)/g)]
  if (named.length === 0) return [`${line}: neither a test nor "open: reason"`]
  return named.flatMap(([, file = '', name = '']) => {
    if (!existsSync(`${ROOT}/${file}`)) return `${line}: there is no ${file}`
    const source = readFileSync(`${ROOT}/${file}`, 'utf8')
    return source.includes(name) ? [] : `${line}: no test "${name}"`
  })
}

describe('the table of acceptance criteria', () => {
  it('has every line of the specification, each once', () => {
    expect(new Set(rows.map(({ line }) => line)).size).toBe(LINES)
    expect(rows).toHaveLength(LINES)
  })

  it('names tests that exist', () => {
    expect(rows.flatMap(faults)).toEqual([])
  })
})
