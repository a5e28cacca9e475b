import { clsx } from 'clsx'
import { type LucideIcon, Minus, TrendingDown, TrendingUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/Card'
import { InfoTip } from '@/components/ui/InfoTip'
import { Skeleton } from '@/components/ui/Skeleton'
import { useI18n } from '@/lib/i18n'
import type { Trend } from '@/types/analytics'

interface Props {
  title: string
  icon: LucideIcon
  /** What exactly is counted. */
  definition: string
  /** Formatted; `null` while it is loading. */
  value: string | null
  trend?: Trend
  /** Whether more of it is good news. */
  polarity?: 'positive' | 'negative'
  detail?: ReactNode
  /** Beside the figure. */
  chart?: ReactNode
}

export function KPICard({
  title,
  icon: Icon,
  definition,
  value,
  trend,
  polarity = 'positive',
  detail,
  chart,
}: Props) {
  const { t } = useI18n()
  return (
    <Card aria-label={title} className="row-span-3 grid grid-rows-subgrid gap-y-1 px-5 py-4">
      <div className="flex items-start gap-2 text-sm font-medium text-ink-muted">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-subtle" />
        <h2>{title}</h2>
        <InfoTip
          label={t('kpi.definitionOf', { what: title })}
          content={definition}
          className="-mt-0.5 ms-auto"
        />
      </div>
      <div className="flex h-9 items-end justify-between gap-3">
        {value === null ? (
          <Skeleton className="mb-1 h-7 w-24" />
        ) : (
          <p className="tabular text-2xl font-semibold tracking-tight">{value}</p>
        )}
        {value === null ? null : chart}
      </div>
      <div className="flex min-h-5 flex-wrap items-start gap-x-3 text-xs text-ink-subtle">
        {value === null ? (
          <Skeleton className="h-3 w-32" />
        ) : (
          <>
            {trend ? <TrendText trend={trend} polarity={polarity} /> : null}
            {detail}
          </>
        )}
      </div>
    </Card>
  )
}

const TREND_ICONS = { up: TrendingUp, down: TrendingDown, stable: Minus }

function TrendText({ trend, polarity }: { trend: Trend; polarity: 'positive' | 'negative' }) {
  const { t } = useI18n()
  const Icon = TREND_ICONS[trend]
  const isGood = (trend === 'up') === (polarity === 'positive')
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1 font-medium',
        trend !== 'stable' && (isGood ? 'text-success-ink' : 'text-error-ink'),
      )}
    >
      <Icon aria-hidden className="size-3.5" />
      {t(`trend.${trend}`)}
    </span>
  )
}
