import { clsx } from 'clsx'
import { Badge } from '@/components/ui/Badge'
import { Tooltip } from '@/components/ui/Tooltip'
import { useConnectionState } from '@/lib/connection'
import { useI18n } from '@/lib/i18n'

const LOOKS = {
  connecting: { tone: 'neutral', dot: 'bg-ink-subtle' },
  live: { tone: 'success', dot: 'bg-success' },
  polling: { tone: 'warning', dot: 'bg-warning' },
  offline: { tone: 'error', dot: 'bg-error' },
} as const

/** Whether what is on the page is up to date by itself. */
export function ConnectionStatus() {
  const { t } = useI18n()
  const state = useConnectionState()
  const { tone, dot } = LOOKS[state]
  return (
    <div role="status" aria-live="polite">
      <Tooltip content={t(`connection.${state}.hint`)}>
        <button type="button" className="rounded-full">
          <Badge tone={tone} className="h-6">
            <span
              aria-hidden
              className={clsx('size-1.5 rounded-full', dot, state === 'live' && 'animate-pulse')}
            />
            <span className="sr-only sm:not-sr-only">{t(`connection.${state}`)}</span>
          </Badge>
        </button>
      </Tooltip>
    </div>
  )
}
