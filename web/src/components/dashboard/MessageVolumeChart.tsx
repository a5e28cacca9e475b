import { lazy } from 'react'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { useI18n } from '@/lib/i18n'
import type { MessageVolumeDataPoint } from '@/types/analytics'
import { ChartCard } from './ChartCard'
import { toVolumePoints, type VolumePoint } from './chartData'

const VolumePlot = lazy(async () => ({ default: (await import('./plots')).VolumePlot }))

interface Props {
  /** `undefined` while it is loading. */
  data: readonly MessageVolumeDataPoint[] | undefined
  /** Of one point. */
  step: 'hour' | 'day'
  description: string
}

/** Messages in and out over time. */
export function MessageVolumeChart({ data, step, description }: Props) {
  const { t, format } = useI18n()
  const points = toVolumePoints(data ?? [])
  const label = (timestamp: string) =>
    step === 'hour' ? format.time(timestamp) : format.day(format.dayKey(timestamp))
  return (
    <ChartCard
      title={t('chart.volume')}
      description={description}
      isLoading={data === undefined}
      legend={[
        { label: t('direction.inbound'), swatch: 'bg-chart-inbound' },
        { label: t('direction.outbound'), swatch: 'bg-chart-outbound' },
      ]}
      chart={<VolumePlot points={points} label={label} />}
      table={<VolumeTable points={points} step={step} />}
    />
  )
}

function VolumeTable({ points, step }: { points: readonly VolumePoint[]; step: 'hour' | 'day' }) {
  const { t, format } = useI18n()
  return (
    <Table caption={t('chart.volume')}>
      <thead>
        <tr>
          <HeaderCell>{t('chart.time')}</HeaderCell>
          <HeaderCell className="text-right">{t('direction.inbound')}</HeaderCell>
          <HeaderCell className="text-right">{t('direction.outbound')}</HeaderCell>
        </tr>
      </thead>
      <tbody className="tabular">
        {points.map(({ timestamp, inbound, outbound }) => (
          <tr key={timestamp}>
            <Cell>{step === 'hour' ? format.dateTime(timestamp) : format.date(timestamp)}</Cell>
            <Cell className="text-right">{format.number(inbound)}</Cell>
            <Cell className="text-right">{format.number(outbound)}</Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
