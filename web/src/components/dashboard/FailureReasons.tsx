import { CircleCheck } from 'lucide-react'
import { useId } from 'react'
import { Link } from 'react-router'
import { Button } from '@/components/ui/Button'
import { Card, CardHeader } from '@/components/ui/Card'
import { Skeleton } from '@/components/ui/Skeleton'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { useFailureReasons } from '@/hooks/useAnalytics'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import type { FailureReason } from '@/types/analytics'
import { RANGES, type TimeRange } from './ranges'

const SHOWN = 5

interface Props {
  range: TimeRange
}

/** What most failures have in common, and the way to the conversations they happened in. */
export function FailureReasons({ range }: Props) {
  const { t } = useI18n()
  const headingId = useId()
  const { data, error, refetch } = useFailureReasons(RANGES[range].days ?? 1)
  const link = (
    <Link
      to="/conversations?status=error"
      className="text-xs font-medium text-accent-ink underline-offset-2 hover:underline"
    >
      {t('failures.open')}
    </Link>
  )
  return (
    <Card aria-labelledby={headingId}>
      <CardHeader
        id={headingId}
        title={t('failures.title')}
        description={t(range === 'today' ? 'chart.last24Hours' : RANGES[range].label)}
        actions={link}
      />
      {data === undefined && error !== null ? (
        <p className="flex items-center gap-3 border-t border-line px-5 py-3 text-sm text-ink-muted">
          {t('failures.failed')}
          <Button variant="secondary" size="sm" onClick={() => void refetch()}>
            {t('action.retry')}
          </Button>
        </p>
      ) : (
        <Reasons reasons={data} />
      )}
    </Card>
  )
}

function Reasons({ reasons }: { reasons: readonly FailureReason[] | undefined }) {
  const { t } = useI18n()
  const format = useFormat()
  if (reasons?.length === 0) {
    return (
      <p className="flex items-center gap-2 border-t border-line px-5 py-3 text-sm text-ink-muted">
        <CircleCheck aria-hidden className="size-4 text-success-ink" />
        {t('failures.none')}
      </p>
    )
  }
  return (
    <Table caption={t('failures.title')}>
      <thead>
        <tr>
          <HeaderCell>{t('failures.code')}</HeaderCell>
          <HeaderCell>{t('deliveryLogs.direction')}</HeaderCell>
          <HeaderCell className="text-end">{t('failures.count')}</HeaderCell>
        </tr>
      </thead>
      <tbody>
        {reasons?.slice(0, SHOWN).map(({ errorCode, direction, count }) => (
          <tr key={`${errorCode} ${direction}`}>
            <Cell className="font-mono text-xs">
              {errorCode === null ? (
                t('failures.unknown')
              ) : (
                <Link
                  to={`/conversations?errorCode=${encodeURIComponent(errorCode)}`}
                  aria-label={t('failures.openCode', { code: errorCode })}
                  className="rounded-sm text-accent-ink underline-offset-2 hover:underline"
                >
                  {errorCode}
                </Link>
              )}
            </Cell>
            <Cell className="text-ink-muted">{t(`direction.${direction}`)}</Cell>
            <Cell className="tabular text-end">{format.number(count)}</Cell>
          </tr>
        )) ?? <PlaceholderRow />}
      </tbody>
    </Table>
  )
}

function PlaceholderRow() {
  return (
    <tr>
      {['w-20', 'w-16', 'ms-auto w-8'].map((width) => (
        <Cell key={width}>
          <Skeleton className={`h-4 ${width}`} />
        </Cell>
      ))}
    </tr>
  )
}
