import { CircleAlert, MessageSquareText, Timer, Users } from 'lucide-react'
import { Link } from 'react-router'
import { Sparkline } from '@/components/ui/Sparkline'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import type { DashboardMetrics } from '@/types/analytics'
import { messagesPerHour } from './chartData'
import { KPICard } from './KPICard'
import { RANGES, type TimeRange } from './ranges'

interface Props {
  /** `undefined` while they are loading. */
  metrics: DashboardMetrics | undefined
  range: TimeRange
}

/** The four figures at the top of the dashboard. */
export function KPIRow({ metrics, range }: Props) {
  const { t } = useI18n()
  const format = useFormat()
  const kpis = metrics?.kpis
  const response = kpis?.avgResponseTime
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <KPICard
        title={t('kpi.messages')}
        icon={MessageSquareText}
        definition={t('kpi.messages.definition')}
        value={kpis ? format.number(kpis.totalMessages[RANGES[range].metric]) : null}
        detail={t(RANGES[range].label)}
        chart={<Sparkline values={messagesPerHour(metrics?.charts.messageVolume ?? [])} />}
      />
      <KPICard
        title={t('kpi.active')}
        icon={Users}
        definition={t('kpi.active.definition')}
        value={kpis ? format.number(kpis.activeConversations) : null}
        detail={<DetailLink to="/conversations?status=active">{t('kpi.active.open')}</DetailLink>}
      />
      <KPICard
        title={t('kpi.failed')}
        icon={CircleAlert}
        definition={t('kpi.failed.definition')}
        value={kpis ? format.number(kpis.failedDeliveries.count) : null}
        trend={kpis?.failedDeliveries.trend}
        polarity="negative"
        detail={<FailedDetail percentage={kpis?.failedDeliveries.percentage ?? 0} />}
      />
      <KPICard
        title={t('kpi.response')}
        icon={Timer}
        definition={t('kpi.response.definition')}
        value={kpis ? durationOrDash(response, format.duration) : null}
        detail={t(typeof response === 'number' ? 'kpi.response.period' : 'kpi.response.none')}
      />
    </div>
  )
}

function FailedDetail({ percentage }: { percentage: number }) {
  const { t } = useI18n()
  const format = useFormat()
  return (
    <>
      <span>{t('kpi.failed.share', { share: format.percent(percentage) })}</span>
      <DetailLink to="/conversations?status=error">{t('kpi.failed.open')}</DetailLink>
    </>
  )
}

function DetailLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="font-medium text-accent-ink underline-offset-2 hover:underline">
      {children}
    </Link>
  )
}

function durationOrDash(seconds: number | null | undefined, format: (seconds: number) => string) {
  return typeof seconds === 'number' ? format(seconds) : '–'
}
