import type { ReactNode } from 'react'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { Tooltip } from '@/components/ui/Tooltip'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import { useNow } from '@/lib/useNow'

const SOON_MS = 2 * 3_600_000

interface Props {
  /** ISO 8601; `null`: the contact never wrote. */
  expiresAt: string | null
}

/** How long WhatsApp still lets agents write freely to this contact. */
export function WindowTimer({ expiresAt }: Props) {
  const { t } = useI18n()
  const format = useFormat()
  const now = useNow()
  const leftMs = expiresAt === null ? 0 : Date.parse(expiresAt) - now
  if (leftMs <= 0) {
    return (
      <Hint text={t('window.closed.hint')}>
        <StatusBadge tone="neutral" label={t('window.closed')} />
      </Hint>
    )
  }
  const minutesLeft = Math.max(60, Math.floor(leftMs / 60_000) * 60)
  return (
    <Hint text={t('window.open.hint')}>
      <StatusBadge
        tone={leftMs < SOON_MS ? 'warning' : 'accent'}
        label={t('window.open', { time: format.duration(minutesLeft) })}
      />
    </Hint>
  )
}

function Hint({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Tooltip content={text}>
      <button type="button" className="rounded-full">
        {children}
      </button>
    </Tooltip>
  )
}
