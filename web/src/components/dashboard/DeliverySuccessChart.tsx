import { BarPlot } from '@/components/ui/BarPlot'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import type { DeliverySuccessDataPoint } from '@/types/analytics'
import { ChartCard } from './ChartCard'

interface Props {
  /** `undefined` while it is loading. */
  data: readonly DeliverySuccessDataPoint[] | undefined
  description: string
  /** Given when the data could not be had. */
  onRetry: (() => void) | null
}

/** How many deliveries of each day succeeded and failed. */
export function DeliverySuccessChart({ data, description, onRetry }: Props) {
  const { t } = useI18n()
  const format = useFormat()
  const points = data ?? []
  return (
    <ChartCard
      title={t('chart.delivery')}
      description={description}
      isLoading={data === undefined}
      onRetry={data === undefined ? onRetry : null}
      legend={[
        { label: t('delivery.success'), swatch: 'bg-chart-outbound' },
        { label: t('delivery.failed'), swatch: 'bg-chart-failed' },
      ]}
      chart={
        <BarPlot
          labels={points.map(({ date }) => ({ key: date, text: format.day(date) }))}
          series={[
            {
              name: t('delivery.success'),
              color: 'text-chart-outbound',
              values: points.map(({ success }) => success),
            },
            {
              name: t('delivery.failed'),
              color: 'text-chart-failed',
              values: points.map(({ failed }) => failed),
            },
          ]}
        />
      }
      table={<DeliveryTable points={points} />}
    />
  )
}

function DeliveryTable({ points }: { points: readonly DeliverySuccessDataPoint[] }) {
  const { t } = useI18n()
  const format = useFormat()
  return (
    <Table caption={t('chart.delivery')}>
      <thead>
        <tr>
          <HeaderCell>{t('chart.day')}</HeaderCell>
          <HeaderCell className="text-end">{t('delivery.success')}</HeaderCell>
          <HeaderCell className="text-end">{t('delivery.failed')}</HeaderCell>
          <HeaderCell className="text-end">{t('delivery.rate')}</HeaderCell>
        </tr>
      </thead>
      <tbody className="tabular">
        {points.map(({ date, success, failed }) => (
          <tr key={date}>
            <Cell>{format.day(date)}</Cell>
            <Cell className="text-end">{format.number(success)}</Cell>
            <Cell className="text-end">{format.number(failed)}</Cell>
            <Cell className="text-end">
              {success + failed > 0 ? format.percent((success / (success + failed)) * 100) : '–'}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
