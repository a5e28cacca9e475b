import { AreaPlot } from '@/components/ui/AreaPlot'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import { ChartCard } from './ChartCard'
import type { VolumePoint } from './chartData'

interface Props {
  /** `undefined` while they are loading. */
  points: readonly VolumePoint[] | undefined
  /** As many points of the time before, to be drawn behind them. */
  before?: readonly VolumePoint[] | undefined
  /** Of one point. */
  step: 'hour' | 'day'
  description: string
  /** Given when the data could not be had. */
  onRetry: (() => void) | null
}

const DIRECTIONS = [
  { direction: 'inbound', color: 'text-chart-inbound', swatch: 'bg-chart-inbound' },
  { direction: 'outbound', color: 'text-chart-outbound', swatch: 'bg-chart-outbound' },
] as const

/** Messages in and out over time. */
export function MessageVolumeChart({ points, before, step, description, onRetry }: Props) {
  const { t } = useI18n()
  const format = useFormat()
  const label = (timestamp: string) =>
    step === 'hour' ? format.time(timestamp) : format.day(format.dayKey(timestamp))
  const now = DIRECTIONS.map(({ direction, color }) => ({
    name: t(`direction.${direction}`),
    color,
    values: (points ?? []).map((point) => point[direction]),
  }))
  const earlier = DIRECTIONS.map(({ direction, color }) => ({
    name: t('compare.before', { direction: t(`direction.${direction}`) }),
    color,
    isFaint: true,
    values: (before ?? []).map((point) => point[direction]),
  }))
  return (
    <ChartCard
      title={t('chart.volume')}
      description={description}
      isLoading={points === undefined}
      onRetry={points === undefined ? onRetry : null}
      legend={DIRECTIONS.map(({ direction, swatch }) => ({
        label: t(`direction.${direction}`),
        swatch,
      }))}
      chart={
        <AreaPlot
          labels={(points ?? []).map(({ timestamp }) => ({
            key: timestamp,
            text: label(timestamp),
          }))}
          series={before ? [...earlier, ...now] : now}
        />
      }
      table={<VolumeTable points={points ?? []} step={step} />}
    />
  )
}

function VolumeTable({ points, step }: { points: readonly VolumePoint[]; step: 'hour' | 'day' }) {
  const { t } = useI18n()
  const format = useFormat()
  return (
    <Table caption={t('chart.volume')}>
      <thead>
        <tr>
          <HeaderCell>{t('chart.time')}</HeaderCell>
          <HeaderCell className="text-end">{t('direction.inbound')}</HeaderCell>
          <HeaderCell className="text-end">{t('direction.outbound')}</HeaderCell>
        </tr>
      </thead>
      <tbody className="tabular">
        {points.map(({ timestamp, inbound, outbound }) => (
          <tr key={timestamp}>
            <Cell>{step === 'hour' ? format.dateTime(timestamp) : format.date(timestamp)}</Cell>
            <Cell className="text-end">{format.number(inbound)}</Cell>
            <Cell className="text-end">{format.number(outbound)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
