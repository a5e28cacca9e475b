import { useRegional } from './i18n'

/** Numbers and times as people read them. Times go in as ISO 8601 or epoch milliseconds. */
export interface Formatters {
  /** IANA zone in which all times are given. */
  timeZone: string
  number: (value: number) => string
  /** `value` from 0 to 100. */
  percent: (value: number) => string
  /** Per cent with its sign: `+12%`. */
  change: (value: number) => string
  /** Seconds, in the two largest units: `1m 5s`. */
  duration: (seconds: number) => string
  /** Up to a second in milliseconds, more in seconds with one decimal. */
  milliseconds: (value: number) => string
  date: (at: Instant) => string
  /** A calendar day `YYYY-MM-DD`, without any zone. */
  day: (date: string) => string
  weekday: (date: string) => string
  time: (at: Instant) => string
  /** With seconds: for what just happened. */
  clock: (at: Instant) => string
  dateTime: (at: Instant) => string
  /** With seconds and the name of the zone. */
  exact: (at: Instant) => string
  /** In words: `5 min. ago`. */
  relative: (at: Instant, now: number) => string
  /** `YYYY-MM-DD` of a moment in the zone; equal for two moments of the same day. */
  dayKey: (at: Instant) => string
}

type Instant = string | number
const cache = new Map<string, Formatters>()

/** Numbers and times in the tenant's locale and zone; words ("yesterday") in the person's language. */
export function useFormat(): Formatters {
  const { language, regional } = useRegional()
  const locale = regional?.locale ?? language
  const timeZone = regional?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  return formattersFor(language, locale, timeZone)
}

function formattersFor(language: string, locale: string, timeZone: string): Formatters {
  const key = `${language} ${locale} ${timeZone}`
  const known = cache.get(key)
  if (known) return known
  const created = { ...numberFormatters(locale), ...timeFormatters(language, locale, timeZone) }
  cache.set(key, created)
  return created
}

function numberFormatters(locale: string) {
  const number = once(() => new Intl.NumberFormat(locale))
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
  )
  const change = once(
    () =>
      new Intl.NumberFormat(locale, {
        style: 'percent',
        maximumFractionDigits: 0,
        signDisplay: 'exceptZero',
      }),
  )
  const milliseconds = once(() => unitFormat(locale, 'millisecond', 0))
  const seconds = once(() => unitFormat(locale, 'second', 1))
  return {
    number: (value: number) => number().format(value),
    milliseconds: (value: number) =>
      value < 1_000 ? milliseconds().format(value) : seconds().format(value / 1_000),
    percent: (value: number) => percent().format(value / 100),
    change: (value: number) => change().format(value / 100),
    duration: (seconds: number) =>
      durationParts(seconds)
        .map((part) => unit(locale, part))
        .join(' '),
  }
}

function unitFormat(locale: string, unit: 'millisecond' | 'second', digits: number) {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  })
}

/** Making a formatter costs milliseconds, and most pages need two or three of them. */
function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

interface DurationPart {
  value: number
  unit: 'day' | 'hour' | 'minute' | 'second'
}

function durationParts(seconds: number): DurationPart[] {
  const total = Math.max(0, Math.round(seconds))
  const parts: DurationPart[] = [
    { value: Math.floor(total / 86_400), unit: 'day' },
    { value: Math.floor((total % 86_400) / 3_600), unit: 'hour' },
    { value: Math.floor((total % 3_600) / 60), unit: 'minute' },
    { value: total % 60, unit: 'second' },
  ]
  const first = parts.findIndex((part) => part.value > 0)
  if (first === -1) return parts.slice(-1)
  return parts.slice(first, first + 2).filter((part, index) => index === 0 || part.value > 0)
}

function unit(locale: string, part: DurationPart): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: part.unit,
    unitDisplay: 'narrow',
  }).format(part.value)
}

function timeFormatters(language: string, locale: string, timeZone: string) {
  const formatter = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { timeZone, ...options }))
    return (at: Instant) => format().format(new Date(at))
  }
  const onDay = (options: Intl.DateTimeFormatOptions) => {
    const format = once(() => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options }))
    return (date: string) => format().format(new Date(`${date}T00:00:00Z`))
  }
  const dayKey = once(() => new Intl.DateTimeFormat('en-CA', { timeZone }))
  const words = once(
    () => new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' }),
  )
  return {
    timeZone,
    date: formatter({ year: 'numeric', month: 'short', day: 'numeric' }),
    day: onDay({ month: 'short', day: 'numeric' }),
    weekday: onDay({ weekday: 'long', month: 'long', day: 'numeric' }),
    time: formatter({ hour: 'numeric', minute: '2-digit' }),
    clock: formatter({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    dateTime: formatter({ month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }),
    exact: formatter({ dateStyle: 'medium', timeStyle: 'long' }),
    relative: (at: Instant, now: number) => relative(words(), new Date(at).getTime() - now),
    dayKey: (at: Instant) => dayKey().format(new Date(at)),
  }
}

function relative(words: Intl.RelativeTimeFormat, differenceMs: number): string {
  const minutes = differenceMs / 60_000
  if (Math.abs(minutes) < 1) return words.format(0, 'second')
  if (Math.abs(minutes) < 60) return words.format(Math.trunc(minutes), 'minute')
  if (Math.abs(minutes) < 24 * 60) return words.format(Math.trunc(minutes / 60), 'hour')
  return words.format(Math.trunc(minutes / (24 * 60)), 'day')
}
