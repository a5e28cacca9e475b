import { CornerDownLeft, CornerUpRight } from 'lucide-react'
import { CopyChip } from '@/components/ui/CopyChip'
import { Skeleton } from '@/components/ui/Skeleton'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { Time } from '@/components/ui/Time'
import { useI18n } from '@/lib/i18n'
import type { DeliveryLog } from '@/types/conversation'

interface Props {
  /** Newest first; `undefined` while they are loading. */
  logs: readonly DeliveryLog[] | undefined
}

const TONES = { delivered: 'success', failed: 'error', pending: 'neutral' } as const

/** What became of each delivery of the conversation. */
export function DeliveryLogs({ logs }: Props) {
  const { t } = useI18n()
  return (
    <section className="pb-2">
      <h3 className="px-5 pt-4 pb-1 text-sm font-semibold">{t('conversation.deliveryLogs')}</h3>
      {logs?.length === 0 ? (
        <p className="px-5 pb-3 text-sm text-ink-subtle">{t('deliveryLogs.empty')}</p>
      ) : (
        <Table caption={t('conversation.deliveryLogs')}>
          <thead>
            <tr>
              <HeaderCell>{t('deliveryLogs.time')}</HeaderCell>
              <HeaderCell>{t('deliveryLogs.direction')}</HeaderCell>
              <HeaderCell>{t('conversations.status')}</HeaderCell>
              <HeaderCell>{t('deliveryLogs.error')}</HeaderCell>
              <HeaderCell>{t('deliveryLogs.messageId')}</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {logs ? logs.map((log) => <LogRow key={log.id} log={log} />) : <PlaceholderRow />}
          </tbody>
        </Table>
      )}
    </section>
  )
}

function LogRow({ log }: { log: DeliveryLog }) {
  const { t } = useI18n()
  const Icon = log.direction === 'inbound' ? CornerDownLeft : CornerUpRight
  return (
    <tr>
      <Cell className="tabular whitespace-nowrap text-ink-muted">
        <Time at={log.timestamp} />
      </Cell>
      <Cell className="whitespace-nowrap text-ink-muted">
        <span className="flex items-center gap-1.5">
          <Icon aria-hidden className="size-3.5 text-ink-subtle" />
          {t(`direction.${log.direction}`)}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap">
        <StatusBadge tone={TONES[log.status]} label={t(`delivery.status.${log.status}`)} />
        {typeof log.attempts === 'number' && log.attempts > 1 ? (
          <span className="block pt-0.5 text-2xs text-ink-subtle">
            {t('deliveryLogs.attempts', { count: log.attempts })}
          </span>
        ) : null}
      </Cell>
      <Cell className="min-w-28 text-xs text-error-ink">
        {log.error ?? <span className="text-ink-subtle">–</span>}
        {log.errorCode ? <code className="ms-1 font-mono">{log.errorCode}</code> : null}
      </Cell>
      <Cell>
        <CopyChip value={log.messageId} label={t('deliveryLogs.messageId')}>
          {endOf(log.messageId)}
        </CopyChip>
      </Cell>
    </tr>
  )
}

/** Ids at WhatsApp begin alike; their end tells them apart. */
function endOf(messageId: string): string {
  return messageId.length > 12 ? `…${messageId.slice(-8)}` : messageId
}

function PlaceholderRow() {
  return (
    <tr>
      {['w-20', 'w-16', 'w-20', 'w-24', 'w-24'].map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a placeholder have nothing but their place
        <Cell key={index}>
          <Skeleton className={`h-4 ${width}`} />
        </Cell>
      ))}
    </tr>
  )
}
