import { clsx } from 'clsx'
import { Badge } from '@/components/ui/Badge'
import { Tooltip } from '@/components/ui/Tooltip'
import { useConnectionState } from '@/lib/connection'
import { useI18n } from '@/lib/i18n'

const TONES = {
  connecting: 'neutral',
  live: 'success',
  polling: 'warning',
  offline: 'error',
} as const

export const CONNECTION_DOTS = {
  connecting: 'bg-ink-subtle',
  live: 'bg-success',
  polling: 'bg-warning',
  offline: 'bg-error',
} as const

/** Whether what is on the page is up to date by itself. */
export function ConnectionStatus() {
  const { t } = useI18n()
  const state = useConnectionState()
  return (
    <div role="status" aria-live="polite">
      <Tooltip content={t(`connection.${state}.hint`)}>
        <button
          type="button"
          className="flex min-h-6 min-w-6 items-center justify-center rounded-full"
        >
          <Badge tone={TONES[state]} className="h-6">
            <span
              aria-hidden
              className={clsx(
                'size-1.5 rounded-full',
                CONNECTION_DOTS[state],
                state === 'live' && 'animate-pulse',
              )}
            />
            <span className="sr-only sm:not-sr-only">{t(`connection.${state}`)}</span>
          </Badge>
        </button>
      </Tooltip>
    </div>
  )
}
