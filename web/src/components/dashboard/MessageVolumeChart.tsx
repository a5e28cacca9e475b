import { AreaPlot } from '@/components/ui/AreaPlot'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import type { MessageVolumeDataPoint } from '@/types/analytics'
import { ChartCard } from './ChartCard'
import { toVolumePoints, type VolumePoint } from './chartData'

interface Props {
  /** `undefined` while it is loading. */
  data: readonly MessageVolumeDataPoint[] | undefined
  /** Of one point. */
  step: 'hour' | 'day'
  description: string
  /** Given when the data could not be had. */
  onRetry: (() => void) | null
}

/** Messages in and out over time. */
export function MessageVolumeChart({ data, step, description, onRetry }: Props) {
  const { t } = useI18n()
  const format = useFormat()
  const points = toVolumePoints(data ?? [])
  const label = (timestamp: string) =>
    step === 'hour' ? format.time(timestamp) : format.day(format.dayKey(timestamp))
  return (
    <ChartCard
      title={t('chart.volume')}
      description={description}
      isLoading={data === undefined}
      onRetry={data === undefined ? onRetry : null}
      legend={[
        { label: t('direction.inbound'), swatch: 'bg-chart-inbound' },
        { label: t('direction.outbound'), swatch: 'bg-chart-outbound' },
      ]}
      chart={
        <AreaPlot
          labels={points.map(({ timestamp }) => ({ key: timestamp, text: label(timestamp) }))}
          series={[
            {
              name: t('direction.inbound'),
              color: 'text-chart-inbound',
              values: points.map(({ inbound }) => inbound),
            },
            {
              name: t('direction.outbound'),
              color: 'text-chart-outbound',
              values: points.map(({ outbound }) => outbound),
            },
          ]}
        />
      }
      table={<VolumeTable points={points} step={step} />}
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
