import { describe, expect, it } from 'vitest'
import { sanitizeInput } from './sanitize'

describe('what is typed into a search', () => {
  it.each([
    ['  Lucía \t Prieto\n', 'Lucía Prieto'],
    ['+34 600 111 222', '+34 600 111 222'],
    ['\u202e\u0000evil', 'evil'],
    ["O'Neill & <Sons>", "O'Neill & <Sons>"],
    ['100%_\\', '100%_\\'],
  ])('%j is searched for as %j', (typed, searched) => {
    expect(sanitizeInput(typed)).toBe(searched)
  })
})
