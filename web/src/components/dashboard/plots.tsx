import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useI18n } from '@/lib/i18n'
import type { DeliverySuccessDataPoint } from '@/types/analytics'
import type { VolumePoint } from './chartData'

// recharts lives in this file alone, which is loaded after the page has been painted.

const AXIS = {
  tickLine: false,
  axisLine: false,
  tick: { fill: 'var(--ink-subtle)', fontSize: 11 },
} as const
const MARGIN = { top: 8, right: 12, bottom: 0, left: 0 }

interface PlotProps<Point> {
  points: readonly Point[]
  /** Text of a point's time or day. */
  label: (at: string) => string
}

export function VolumePlot({ points, label }: PlotProps<VolumePoint>) {
  const { t, format } = useI18n()
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart data={[...points]} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="timestamp" tickFormatter={label} minTickGap={40} {...AXIS} />
        <YAxis width={44} allowDecimals={false} tickFormatter={format.number} {...AXIS} />
        <Tooltip content={<Figures label={label} />} cursor={{ stroke: 'var(--line-strong)' }} />
        <Area
          dataKey="inbound"
          name={t('direction.inbound')}
          type="monotone"
          stroke="var(--chart-inbound)"
          fill="var(--chart-inbound)"
          fillOpacity={0.1}
          strokeWidth={2}
          isAnimationActive={false}
        />
        <Area
          dataKey="outbound"
          name={t('direction.outbound')}
          type="monotone"
          stroke="var(--chart-outbound)"
          fill="var(--chart-outbound)"
          fillOpacity={0.1}
          strokeWidth={2}
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  )
}

export function DeliveryPlot({ points, label }: PlotProps<DeliverySuccessDataPoint>) {
  const { t, format } = useI18n()
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={[...points]} margin={MARGIN} accessibilityLayer={false} barCategoryGap="28%">
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis dataKey="date" tickFormatter={label} minTickGap={12} {...AXIS} />
        <YAxis width={44} allowDecimals={false} tickFormatter={format.number} {...AXIS} />
        <Tooltip content={<Figures label={label} />} cursor={{ fill: 'var(--hover)' }} />
        <Bar
          dataKey="success"
          name={t('delivery.success')}
          stackId="deliveries"
          fill="var(--chart-outbound)"
          maxBarSize={44}
          isAnimationActive={false}
        />
        <Bar
          dataKey="failed"
          name={t('delivery.failed')}
          stackId="deliveries"
          fill="var(--chart-failed)"
          radius={[3, 3, 0, 0]}
          maxBarSize={44}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}

interface FiguresProps {
  label: (at: string) => string
  /** The rest is given by recharts. */
  active?: boolean
  payload?: readonly {
    name?: string
    value?: number
    color?: string
    payload?: { timestamp?: string; date?: string }
  }[]
}

function Figures({ label, active, payload }: FiguresProps) {
  const { format } = useI18n()
  const point = payload?.[0]?.payload
  const at = point?.timestamp ?? point?.date
  if (!active || payload === undefined || at === undefined) return null
  return (
    <div className="rounded-lg bg-raised px-3 py-2 text-xs shadow-overlay">
      <p className="mb-1 font-medium">{label(at)}</p>
      {payload.map(({ name, value, color }) => (
        <p key={name} className="flex items-center gap-2 text-ink-muted">
          <span className="size-2 rounded-sm" style={{ background: color }} />
          {name}
          <span className="tabular ml-auto pl-4 font-medium text-ink">
            {format.number(value ?? 0)}
          </span>
        </p>
      ))}
    </div>
  )
}
