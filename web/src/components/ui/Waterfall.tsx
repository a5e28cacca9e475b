import { clsx } from 'clsx'
import { useFormat } from '@/lib/format'
import type { Tone } from './Badge'

interface Span {
  key: string
  label: string
  /** Milliseconds since the beginning of the whole. */
  startMs: number
  durationMs: number
  tone?: Tone
  /** After the bar: what came of it. */
  detail?: string
}

interface Props {
  /** What was timed. */
  label: string
  spans: readonly Span[]
}

const TONES = {
  neutral: 'bg-control',
  accent: 'bg-primary-500',
  success: 'bg-success',
  warning: 'bg-warning',
  error: 'bg-error',
}

/** What took how long, one bar below the other on a common scale. */
export function Waterfall({ label, spans }: Props) {
  const format = useFormat()
  const totalMs = Math.max(1, ...spans.map(({ startMs, durationMs }) => startMs + durationMs))
  const share = (ms: number) => `${(ms / totalMs) * 100}%`
  return (
    <ol aria-label={label} className="divide-y divide-line text-xs">
      {spans.map(({ key, label: name, startMs, durationMs, tone = 'accent', detail }) => (
        <li
          key={key}
          className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)_4.5rem] items-center gap-3 py-1.5"
        >
          <span className="min-w-0">
            <span className="block truncate font-medium text-ink">{name}</span>
            {detail ? <span className="block truncate text-ink-subtle">{detail}</span> : null}
          </span>
          <span aria-hidden className="relative h-2 rounded-full bg-neutral-tint">
            <span
              className={clsx('absolute inset-y-0 min-w-1 rounded-full', TONES[tone])}
              style={{ insetInlineStart: share(startMs), width: share(durationMs) }}
            />
          </span>
          <span className="tabular text-end text-ink-muted">{format.milliseconds(durationMs)}</span>
        </li>
      ))}
    </ol>
  )
}
