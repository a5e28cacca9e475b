import { Inbox } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { PageHeader } from '@/components/layout/PageHeader'
import { SetupNotice } from '@/components/layout/SetupNotice'
import { Card } from '@/components/ui/Card'
import { Switch } from '@/components/ui/Checkbox'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorState } from '@/components/ui/ErrorState'
import { InfoTip } from '@/components/ui/InfoTip'
import { Notice } from '@/components/ui/Notice'
import { SegmentedControl } from '@/components/ui/SegmentedControl'
import { Time } from '@/components/ui/Time'
import { useDashboardMetrics } from '@/hooks/useAnalytics'
import { useI18n } from '@/lib/i18n'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import type { DashboardMetrics } from '@/types/analytics'
import { Charts } from './Charts'
import { FailureReasons } from './FailureReasons'
import { KPIRow } from './KPIRow'
import { isTimeRange, RANGES, type TimeRange } from './ranges'
import { TokenBanners, TokenExpiryIndicator } from './TokenExpiryIndicator'

/** How the bridge is doing: figures, courses, credentials. */
export function Dashboard() {
  const { t } = useI18n()
  const { range, setRange, isCompared, setCompared } = useTimeRange()
  const { data: metrics, error, refetch, isFetching } = useDashboardMetrics()

  return (
    <div className="space-y-6">
      <PageHeader
        title={t('nav.dashboard')}
        description={metrics || isFetching ? <LastUpdated at={metrics?.lastUpdated} /> : null}
        actions={
          <>
            <div className="flex items-center gap-1">
              <Switch
                label={t('compare.label')}
                checked={isCompared}
                onChange={(event) => setCompared(event.target.checked)}
              />
              <InfoTip
                label={t('kpi.definitionOf', { what: t('compare.label') })}
                content={t('compare.definition')}
              />
            </div>
            <SegmentedControl
              label={t('range.label')}
              value={range}
              onValueChange={setRange}
              options={(['today', '7days', '30days'] as const).map((value) => ({
                value,
                label: t(RANGES[value].label),
              }))}
            />
          </>
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
        <Figures metrics={metrics} range={range} isCompared={isCompared} isStale={error !== null} />
      )}
    </div>
  )
}

interface FiguresProps {
  metrics: DashboardMetrics | undefined
  range: TimeRange
  isCompared: boolean
  /** The latest figures could not be had. */
  isStale: boolean
}

function Figures({ metrics, range, isCompared, isStale }: FiguresProps) {
  const { t } = useI18n()
  return (
    <>
      {isStale ? <Notice tone="warning">{t('dashboard.stale')}</Notice> : null}
      {metrics ? <TokenBanners tokens={metrics.tokenStatus} /> : null}
      <KPIRow metrics={metrics} range={range} />
      {metrics && hasNoTraffic(metrics) ? (
        <NoTraffic />
      ) : (
        <Charts metrics={metrics} range={range} isCompared={isCompared} />
      )}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <TokenExpiryIndicator tokens={metrics?.tokenStatus} />
        <FailureReasons range={range} />
      </div>
    </>
  )
}

/** What is looked at, kept in the address so that it can be shared. */
function useTimeRange() {
  const [query, setQuery] = useSearchParams()
  const saved = query.get('range')
  const change = (name: string, value: string | null) =>
    setQuery(
      (current) => {
        const next = new URLSearchParams(current)
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return {
    range: isTimeRange(saved) ? saved : 'today',
    setRange: (range: TimeRange) => change('range', range === 'today' ? null : range),
    isCompared: query.get('compare') === 'previous',
    setCompared: (isCompared: boolean) => change('compare', isCompared ? 'previous' : null),
  }
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
