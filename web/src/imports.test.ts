import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = join(process.cwd(), 'src')

/** From the top down: a file may import its own layer and those after it. */
const LAYERS = [
  /^(main|widget|App|Console)\.tsx$/,
  /^gallery\//,
  /^components\/(?!ui\/|layout\/|[A-Z])[a-z]+\//,
  /^components\/([A-Z]|layout\/)/,
  /^components\/ui\//,
  /^(hooks|contexts)\//,
  /^api\//,
  /^lib\//,
  /^types\//,
]

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$|^test\//.test(path),
)
const imports = new Map(files.map((path) => [path, importsOf(path)]))

function importsOf(path: string): string[] {
  const source = readFileSync(join(SRC, path), 'utf8')
  return [...source.matchAll(/(?:from|import\()\s*'([^']+)'/g)].flatMap(([, target = '']) => {
    if (target.startsWith('@/')) return [resolve(target.slice(2))]
    return target.startsWith('.') ? [resolve(join(dirname(path), target))] : []
  })
}

function resolve(target: string): string {
  const path = normalize(target)
  return [`${path}.ts`, `${path}.tsx`].find((file) => files.includes(file)) ?? path
}

function layerOf(path: string): number {
  return LAYERS.findIndex((pattern) => pattern.test(path))
}

function featureOf(path: string): string | undefined {
  return /^components\/([a-z]+)\//.exec(path)?.[1]
}

const edges = [...imports].flatMap(([from, targets]) => targets.map((to) => ({ from, to })))

describe('imports', () => {
  it('every file belongs to a layer', () => {
    expect(files.filter((path) => layerOf(path) === -1)).toEqual([])
  })

  it('lead from the top layer down', () => {
    const upwards = edges.filter(({ from, to }) => layerOf(to) < layerOf(from))

    expect(upwards).toEqual([])
  })

  it('never lead from a component to api', () => {
    expect(
      edges.filter(({ from, to }) => from.startsWith('components/') && to.startsWith('api/')),
    ).toEqual([])
  })

  it('of shared parts lead to lib alone', () => {
    const strays = edges.filter(
      ({ from, to }) => from.startsWith('components/ui/') && !/^(components\/ui|lib)\//.test(to),
    )

    expect(strays).toEqual([])
  })

  it('never lead from one feature to another', () => {
    const crossings = edges.filter(({ from, to }) => {
      const [own, other] = [featureOf(from), featureOf(to)]
      const isShared = other === undefined || other === 'ui' || other === 'layout'
      return own !== undefined && !isShared && own !== other
    })

    expect(crossings).toEqual([])
  })

  it('run in no circle', () => {
    const circles = files.filter((path) => reaches(path, path))

    expect(circles).toEqual([])
  })

  it('meet no file that only passes others on', () => {
    const barrels = files.filter((path) => {
      const source = readFileSync(join(SRC, path), 'utf8')
      return /^export (\*|\{[^}]*\}) from/m.test(source)
    })

    expect(barrels).toEqual([])
  })
})

function reaches(start: string, goal: string, seen = new Set<string>()): boolean {
  return (imports.get(start) ?? []).some((next) => {
    if (next === goal) return true
    if (seen.has(next)) return false
    seen.add(next)
    return reaches(next, goal, seen)
  })
}

describe('files', () => {
  it('stay below 250 lines, or 400 for tests', () => {
    const all = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /(?<!\/messages\/.*)\.tsx?$/.test(path),
    )
    const tooLong = all.filter((path) => {
      const lines = readFileSync(join(SRC, path), 'utf8').split('\n').length
      return lines > (/\.test\.tsx?$/.test(path) ? 400 : 250)
    })

    expect(tooLong.map((path) => relative('.', path))).toEqual([])
  })
})
