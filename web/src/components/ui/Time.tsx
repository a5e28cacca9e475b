import { useFormat } from '@/lib/format'
import { useNow } from '@/lib/useNow'

interface Props {
  /** ISO 8601. */
  at: string
  /** `relative` counts up to a week back, then becomes a date. */
  format?: 'relative' | 'dateTime' | 'time'
  className?: string
}

const RELATIVE_UP_TO_MS = 7 * 86_400_000

/** A moment in the tenant's zone; the exact one with the zone's name on hover. */
export function Time({ at, format = 'dateTime', className }: Props) {
  const formats = useFormat()
  const now = useNow()
  const isRecent = Math.abs(now - new Date(at).getTime()) < RELATIVE_UP_TO_MS
  const shown = () => {
    if (format === 'relative' && isRecent) return formats.relative(at, now)
    return format === 'time' ? formats.time(at) : formats.dateTime(at)
  }
  return (
    <time dateTime={at} title={formats.exact(at)} className={className}>
      {shown()}
    </time>
  )
}
