import { describe, expect, it } from 'vitest'
import { labelStride, niceTicks, smoothPath } from './plotGeometry'

describe('niceTicks', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [126, [0, 50, 100, 150]],
    [2_080, [0, 1_000, 2_000, 3_000]],
  ])('covers %d in round steps', (highest, ticks) => {
    expect(niceTicks(highest)).toEqual(ticks)
  })
})

describe('labelStride', () => {
  it('leaves out labels that would not fit', () => {
    expect(labelStride(24, 600, 72)).toBe(3)
    expect(labelStride(7, 600, 72)).toBe(1)
    expect(labelStride(30, 0, 72)).toBe(30)
  })
})

describe('smoothPath', () => {
  it('starts at the first point and ends at the last', () => {
    const path = smoothPath([
      { x: 0, y: 10 },
      { x: 10, y: 0 },
      { x: 20, y: 5 },
    ])

    expect(path).toMatch(/^M0,10C/)
    expect(path).toMatch(/20,5$/)
  })

  it('never swings beyond a peak', () => {
    const path = smoothPath([
      { x: 0, y: 10 },
      { x: 10, y: 0 },
      { x: 20, y: 10 },
    ])
    const heights = [...path.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y))

    expect(Math.min(...heights)).toBeGreaterThanOrEqual(0)
  })

  it('is nothing without points', () => {
    expect(smoothPath([])).toBe('')
  })
})
