import { clsx } from 'clsx'
import { useFormat } from '@/lib/format'

interface Props {
  /** What is going on; read out, and shown above the bar unless hidden. */
  label: string
  hideLabel?: boolean
  /** 0 to 100; `null`: nobody knows how long it takes. */
  value: number | null
  /** Under the bar: "1,200 of 5,000 rows". */
  detail?: string
  tone?: 'accent' | 'success' | 'error'
}

const TONES = { accent: 'bg-accent', success: 'bg-success', error: 'bg-error' }

/** How far something has come that takes a while. */
export function Progress({ label, hideLabel = false, value, detail, tone = 'accent' }: Props) {
  const format = useFormat()
  const percent = value === null ? null : Math.min(100, Math.max(0, value))
  return (
    <div className="w-full">
      <div className={hideLabel ? 'sr-only' : 'mb-1.5 flex justify-between gap-3 text-sm'}>
        <span className="font-medium">{label}</span>
        {percent === null ? null : (
          <span className="tabular text-ink-muted">{format.percent(Math.round(percent))}</span>
        )}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent === null ? undefined : Math.round(percent)}
        className="h-1.5 overflow-hidden rounded-full bg-neutral-tint contrast-more:border contrast-more:border-line"
      >
        <div
          className={clsx(
            'h-full rounded-full transition-[width] duration-300',
            TONES[tone],
            percent === null && 'w-1/3 animate-sweep',
          )}
          style={percent === null ? undefined : { width: `${percent}%` }}
        />
      </div>
      {detail ? <p className="tabular mt-1.5 text-xs text-ink-subtle">{detail}</p> : null}
    </div>
  )
}
