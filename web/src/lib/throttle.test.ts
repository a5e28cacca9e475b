import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { throttle } from './throttle'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('throttle', () => {
  it('works at once, then makes up for what came meanwhile, once', () => {
    const runs: number[] = []
    const throttled = throttle(() => runs.push(Date.now()), 1_000)
    const start = Date.now()

    throttled()
    throttled()
    throttled()
    vi.advanceTimersByTime(5_000)

    expect(runs).toEqual([start, start + 1_000])
  })

  it('does nothing more once it is cancelled', () => {
    const runs: number[] = []
    const throttled = throttle(() => runs.push(1), 1_000)

    throttled()
    throttled()
    throttled.cancel()
    vi.advanceTimersByTime(5_000)

    expect(runs).toEqual([1])
  })
})
