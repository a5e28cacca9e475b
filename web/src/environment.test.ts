import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const SOURCES = [
  'vite.config.ts',
  ...readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join('src', path)),
]

function namesIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort()
}

describe('.env.example', () => {
  it('names every setting of the build, and none that does nothing', () => {
    const code = SOURCES.map((path) => readFileSync(path, 'utf8')).join('\n')
    const read = namesIn(code, /(?:import\.meta|process)\.env\.([A-Z]\w*_\w+)/g)

    expect(namesIn(readFileSync('.env.example', 'utf8'), /^# ([A-Z]\w*)=/gm)).toEqual(read)
  })
})
