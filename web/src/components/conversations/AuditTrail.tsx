import { Skeleton } from '@/components/ui/Skeleton'
import { Time } from '@/components/ui/Time'
import { useI18n } from '@/lib/i18n'
import type { AuditEntry } from '@/types/conversation'

interface Props {
  /** Newest first; `undefined` while they are loading. */
  entries: readonly AuditEntry[] | undefined
}

/** Who did what to this conversation. */
export function AuditTrail({ entries }: Props) {
  const { t } = useI18n()
  return (
    <section className="px-5 pt-4 pb-5">
      <h3 className="pb-3 text-sm font-semibold">{t('conversation.auditTrail')}</h3>
      {entries === undefined ? <Skeleton className="h-16 w-full" /> : null}
      {entries?.length === 0 ? <p className="text-sm text-ink-subtle">{t('audit.empty')}</p> : null}
      <ol className="space-y-4 border-s border-line-strong ps-4">
        {entries?.map((entry) => (
          <li key={entry.id} className="relative text-sm">
            <span
              aria-hidden
              className="absolute top-1.5 -start-[1.3125rem] size-2 rounded-full border-2 border-surface bg-ink-subtle"
            />
            <p className="font-medium">{entry.event}</p>
            <p className="text-xs text-ink-subtle">
              <Time at={entry.timestamp} /> · {entry.actor}
            </p>
            <Details details={entry.details} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Details({ details }: { details: AuditEntry['details'] }) {
  const rows = Object.entries(details)
  if (rows.length === 0) return null
  return (
    <dl className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-xs">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-subtle">{name}</dt>
          <dd className="font-mono text-ink-muted">
            {typeof value === 'string' ? value : JSON.stringify(value)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
