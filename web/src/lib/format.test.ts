import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useFormat } from './format'
import { formatForTenant } from './i18n'

function formatsOf(locale: string, timeZone: string) {
  act(() => formatForTenant({ locale, timeZone }))
  return renderHook(() => useFormat()).result.current
}

describe('formats', () => {
  it('give times in the tenant’s zone, not the browser’s', () => {
    const format = formatsOf('en-GB', 'America/Sao_Paulo')

    expect(format.time('2026-03-02T01:30:00Z')).toBe('22:30')
    expect(format.dayKey('2026-03-02T01:30:00Z')).toBe('2026-03-01')
  })

  it('name the zone with an exact time', () => {
    expect(formatsOf('en-US', 'America/New_York').exact('2026-03-02T12:00:00Z')).toContain('EST')
  })

  it('take a calendar day as it is, in every zone', () => {
    expect(formatsOf('en-GB', 'Pacific/Honolulu').day('2026-03-02')).toBe('2 Mar')
  })

  it('give durations in their two largest units', () => {
    const format = formatsOf('en-US', 'UTC')

    expect(format.duration(0)).toBe('0s')
    expect(format.duration(59)).toBe('59s')
    expect(format.duration(65)).toBe('1m 5s')
    expect(format.duration(7_200)).toBe('2h')
    expect(format.duration(90_061)).toBe('1d 1h')
  })

  it('give percentages of a hundred', () => {
    expect(formatsOf('de-DE', 'UTC').percent(0.44)).toBe('0,4\u00a0%')
  })

  it('tell how long ago something was', () => {
    const format = formatsOf('en-US', 'UTC')
    const now = Date.parse('2026-03-02T12:00:00Z')

    expect(format.relative('2026-03-02T11:59:40Z', now)).toBe('now')
    expect(format.relative('2026-03-02T11:55:00Z', now)).toBe('5 min. ago')
    expect(format.relative('2026-03-01T12:00:00Z', now)).toBe('yesterday')
  })

  it('stay usable when the tenant’s zone is unknown to the browser', () => {
    const before = formatsOf('en-GB', 'Europe/Madrid')

    expect(formatsOf('en-GB', 'Mars/Olympus').timeZone).toBe(before.timeZone)
  })
})
