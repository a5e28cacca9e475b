import { useDeliveryStats, useMessageVolume } from '@/hooks/useAnalytics'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import type { DashboardMetrics } from '@/types/analytics'
import { messagesIn, splitPeriods, toVolumePoints, type VolumePoint } from './chartData'
import { DeliverySuccessChart } from './DeliverySuccessChart'
import { MessageVolumeChart } from './MessageVolumeChart'
import { RANGES, type TimeRange } from './ranges'

const HOURS_PER_DAY = 24
/** Up to two days the service counts by the hour. */
const DAYS_OF_HOURS = 2

interface Props {
  metrics: DashboardMetrics | undefined
  range: TimeRange
  /** Draws the time before behind the messages. */
  isCompared: boolean
}

/** The courses of messages and deliveries. */
export function Charts({ metrics, range, isCompared }: Props) {
  const { t } = useI18n()
  const { days } = RANGES[range]
  const delivery = useDeliveryStats(days === 30 ? days : null)
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Volume metrics={metrics} range={range} isCompared={isCompared} />
      <DeliverySuccessChart
        data={days === 30 ? delivery.data : metrics?.charts.deliverySuccess}
        onRetry={delivery.isError ? () => void delivery.refetch() : null}
        description={t(days === 30 ? 'range.30days' : 'range.7days')}
      />
    </div>
  )
}

function Volume({ metrics, range, isCompared }: Props) {
  const { t } = useI18n()
  const { days } = RANGES[range]
  const { data, isError, refetch } = useMessageVolume(daysNeeded(days, isCompared))
  const period = t(days === null && !isCompared ? 'chart.last24Hours' : RANGES[range].label)
  const answer = days === null && !isCompared ? metrics?.charts.messageVolume : data
  const points = toVolumePoints(answer ?? [])
  const { current, before } =
    days === null
      ? splitPeriods(points, hoursShown(points, isCompared), HOURS_PER_DAY)
      : splitPeriods(points, days, days)
  const describe = useComparison(period)
  const isComplete = isCompared && answer !== undefined && before.length === current.length
  return (
    <MessageVolumeChart
      points={answer === undefined ? undefined : current}
      before={isComplete ? before : undefined}
      onRetry={isError ? () => void refetch() : null}
      step={days === null ? 'hour' : 'day'}
      description={isComplete ? describe(current, before) : period}
    />
  )
}

/** The last 24 hours; next to yesterday's only those since midnight, where the answer begins. */
function hoursShown(points: readonly VolumePoint[], isCompared: boolean): number {
  return isCompared ? Math.max(1, points.length - HOURS_PER_DAY) : HOURS_PER_DAY
}

/** `null`: the dashboard's own figures are enough. */
function daysNeeded(days: number | null, isCompared: boolean): number | null {
  if (!isCompared) return days
  return days === null ? DAYS_OF_HOURS : days * 2
}

/** Says in words what the two courses show. */
function useComparison(period: string) {
  const { t } = useI18n()
  const format = useFormat()
  return (current: readonly VolumePoint[], earlier: readonly VolumePoint[]) => {
    const [now, before] = [messagesIn(current), messagesIn(earlier)]
    if (before === 0) return t('compare.new', { period, now })
    const change = format.change(((now - before) / before) * 100)
    return t('compare.change', { period, now, before, change })
  }
}
