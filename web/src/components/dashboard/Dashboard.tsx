import { Inbox } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { PageHeader } from '@/components/layout/PageHeader'
import { SetupNotice } from '@/components/layout/SetupNotice'
import { Card } from '@/components/ui/Card'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorState } from '@/components/ui/ErrorState'
import { Notice } from '@/components/ui/Notice'
import { SegmentedControl } from '@/components/ui/SegmentedControl'
import { Time } from '@/components/ui/Time'
import { useDashboardMetrics, useDeliveryStats, useMessageVolume } from '@/hooks/useAnalytics'
import { useI18n } from '@/lib/i18n'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import type { DashboardMetrics } from '@/types/analytics'
import { DeliverySuccessChart } from './DeliverySuccessChart'
import { FailureReasons } from './FailureReasons'
import { KPIRow } from './KPIRow'
import { MessageVolumeChart } from './MessageVolumeChart'
import { isTimeRange, RANGES, type TimeRange } from './ranges'
import { TokenBanners, TokenExpiryIndicator } from './TokenExpiryIndicator'

/** How the bridge is doing: figures, courses, credentials. */
export function Dashboard() {
  const { t } = useI18n()
  const [range, setRange] = useTimeRange()
  const { data: metrics, error, refetch, isFetching } = useDashboardMetrics()

  return (
    <div className="space-y-6">
      <PageHeader
        title={t('nav.dashboard')}
        description={metrics || isFetching ? <LastUpdated at={metrics?.lastUpdated} /> : null}
        actions={
          <SegmentedControl
            label={t('range.label')}
            value={range}
            onValueChange={setRange}
            options={(['today', '7days', '30days'] as const).map((value) => ({
              value,
              label: t(RANGES[value].label),
            }))}
          />
        }
      />
      <SetupNotice />
      {metrics === undefined && error !== null ? (
        <ErrorState
          title={t('dashboard.failed')}
          message={toUserMessage(error, t)}
          requestId={requestIdOf(error)}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <Figures metrics={metrics} range={range} isStale={error !== null} />
      )}
    </div>
  )
}

interface FiguresProps {
  metrics: DashboardMetrics | undefined
  range: TimeRange
  /** The latest figures could not be had. */
  isStale: boolean
}

function Figures({ metrics, range, isStale }: FiguresProps) {
  const { t } = useI18n()
  return (
    <>
      {isStale ? <Notice tone="warning">{t('dashboard.stale')}</Notice> : null}
      {metrics ? <TokenBanners tokens={metrics.tokenStatus} /> : null}
      <KPIRow metrics={metrics} range={range} />
      {metrics && hasNoTraffic(metrics) ? (
        <NoTraffic />
      ) : (
        <Charts metrics={metrics} range={range} />
      )}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <TokenExpiryIndicator tokens={metrics?.tokenStatus} />
        <FailureReasons range={range} />
      </div>
    </>
  )
}

function useTimeRange(): [TimeRange, (range: TimeRange) => void] {
  const [query, setQuery] = useSearchParams()
  const saved = query.get('range')
  const setRange = (range: TimeRange) =>
    setQuery(range === 'today' ? {} : { range }, { replace: true, preventScrollReset: true })
  return [isTimeRange(saved) ? saved : 'today', setRange]
}

function LastUpdated({ at }: { at: string | undefined }) {
  const { t } = useI18n()
  if (at === undefined) return t('loading')
  return (
    <>
      {t('dashboard.updated')} <Time at={at} format="relative" />
    </>
  )
}

function Charts({ metrics, range }: { metrics: DashboardMetrics | undefined; range: TimeRange }) {
  const { t } = useI18n()
  const { days } = RANGES[range]
  const volume = useMessageVolume(days)
  const delivery = useDeliveryStats(days === 30 ? days : null)
  const period = days === null ? t('chart.last24Hours') : t(RANGES[range].label)
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <MessageVolumeChart
        data={days === null ? metrics?.charts.messageVolume : volume.data}
        onRetry={volume.isError ? () => void volume.refetch() : null}
        step={days === null ? 'hour' : 'day'}
        description={period}
      />
      <DeliverySuccessChart
        data={days === 30 ? delivery.data : metrics?.charts.deliverySuccess}
        onRetry={delivery.isError ? () => void delivery.refetch() : null}
        description={t(days === 30 ? 'range.30days' : 'range.7days')}
      />
    </div>
  )
}

function hasNoTraffic({ kpis }: DashboardMetrics): boolean {
  return kpis.totalMessages.last30Days === 0 && kpis.activeConversations === 0
}

function NoTraffic() {
  const { t } = useI18n()
  return (
    <Card>
      <EmptyState
        icon={Inbox}
        title={t('dashboard.empty.title')}
        body={t('dashboard.empty.body')}
      />
    </Card>
  )
}
