import { clsx } from 'clsx'
import { useFormat } from '@/lib/format'

interface Props {
  label: string
  rows: readonly { name: string; color: string; value: number }[]
  /** Pixels from the left of the plot. */
  x: number
  /** The pointer is in the right half: the box goes to its left. */
  isRight: boolean
}

export function PlotTooltip({ label, rows, x, isRight }: Props) {
  const format = useFormat()
  return (
    <div
      className={clsx(
        'pointer-events-none absolute top-2 z-10 min-w-36 rounded-lg bg-raised px-3 py-2 text-xs shadow-overlay',
        isRight ? '-translate-x-[calc(100%+0.75rem)]' : 'translate-x-3',
      )}
      style={{ left: x }}
    >
      <p className="mb-1 font-medium">{label}</p>
      {rows.map(({ name, color, value }) => (
        <p key={name} className="flex items-center gap-2 text-ink-muted">
          <span className={clsx('size-2 rounded-sm bg-current', color)} />
          {name}
          <span className="tabular ms-auto ps-4 font-medium text-ink">{format.number(value)}</span>
        </p>
      ))}
    </div>
  )
}
