import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSession, type SessionWarning } from './sessionKeeper'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START = Date.parse('2026-03-02T09:00:00Z')

beforeEach(() => vi.useFakeTimers({ now: START }))
afterEach(() => vi.useRealTimers())

function watch(limits: { idle: number; absolute: number; lastActivityAt?: () => number }) {
  const calls: string[] = []
  const warnings: SessionWarning[] = []
  const record = (name: string) => async () => {
    calls.push(`${name} at ${Math.round((Date.now() - START) / MINUTE)}`)
  }
  const stop = keepSession({
    expiresAt: START + limits.idle,
    absoluteExpiresAt: START + limits.absolute,
    lastActivityAt: limits.lastActivityAt ?? (() => 0),
    refresh: record('refresh'),
    probe: record('probe'),
    onWarning: (warning) => warnings.push(warning),
  })
  return { calls, warnings, stop }
}

describe('a session', () => {
  it('is prolonged five minutes before its end for a person who is here', async () => {
    const { calls, warnings } = watch({
      idle: HOUR,
      absolute: 12 * HOUR,
      lastActivityAt: () => START + 30 * MINUTE,
    })

    await vi.advanceTimersByTimeAsync(55 * MINUTE)

    expect(calls).toEqual(['refresh at 55'])
    expect(warnings).toEqual([])
  })

  it('warns a person who left, after asking whether another tab went on', async () => {
    const { calls, warnings } = watch({ idle: HOUR, absolute: 12 * HOUR })

    await vi.advanceTimersByTimeAsync(55 * MINUTE)

    expect(calls).toEqual(['probe at 55'])
    expect(warnings).toEqual([{ kind: 'idle', endsAt: START + HOUR }])
  })

  it('warns of the absolute end even a person who is here', async () => {
    const { calls, warnings } = watch({
      idle: HOUR,
      absolute: 40 * MINUTE,
      lastActivityAt: () => Date.now(),
    })

    await vi.advanceTimersByTimeAsync(35 * MINUTE)

    expect(calls).toEqual(['probe at 35'])
    expect(warnings).toEqual([{ kind: 'absolute', endsAt: START + 40 * MINUTE }])
  })

  it('is asked for once more when it should be over', async () => {
    const { calls } = watch({ idle: HOUR, absolute: 12 * HOUR })

    await vi.advanceTimersByTimeAsync(60 * MINUTE)

    expect(calls).toEqual(['probe at 55', 'probe at 60'])
  })

  it('is looked after again when the computer wakes up', async () => {
    const { warnings } = watch({ idle: HOUR, absolute: 12 * HOUR })

    vi.setSystemTime(START + 58 * MINUTE)
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.advanceTimersByTimeAsync(0)

    expect(warnings).toHaveLength(1)
  })

  it('with months to live does not end at once', async () => {
    const { calls } = watch({ idle: 90 * 24 * HOUR, absolute: 90 * 24 * HOUR })

    await vi.advanceTimersByTimeAsync(HOUR)

    expect(calls).toEqual([])
  })

  it('is left alone once it is nobody’s business any more', async () => {
    const { calls, stop } = watch({ idle: HOUR, absolute: 12 * HOUR })

    stop()
    await vi.advanceTimersByTimeAsync(2 * HOUR)

    expect(calls).toEqual([])
  })
})
