import { ChartNoAxesColumn, Table2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Card, CardHeader } from '@/components/ui/Card'
import { Skeleton } from '@/components/ui/Skeleton'
import { useI18n } from '@/lib/i18n'

interface Props {
  title: string
  description: string
  legend: readonly { label: string; swatch: string }[]
  isLoading: boolean
  /** Given when there is nothing to show because loading failed. */
  onRetry: (() => void) | null
  /** Fills the card. */
  chart: ReactNode
  /** The same figures as a table. */
  table: ReactNode
}

/** A chart, and the table that says the same to those who cannot see it. */
export function ChartCard({ title, description, legend, isLoading, onRetry, chart, table }: Props) {
  const { t } = useI18n()
  const headingId = useId()
  const [showsTable, setShowsTable] = useState(false)
  const Icon = showsTable ? ChartNoAxesColumn : Table2
  const toggle = (
    <Button variant="ghost" size="sm" onClick={() => setShowsTable(!showsTable)}>
      <Icon aria-hidden className="size-3.5" />
      {t(showsTable ? 'chart.showChart' : 'chart.showTable')}
    </Button>
  )
  const content = () => {
    if (onRetry) return <ChartFailed onRetry={onRetry} />
    if (isLoading) return <ChartPlaceholder />
    return showsTable ? <div className="h-full overflow-y-auto">{table}</div> : chart
  }
  return (
    <Card aria-labelledby={headingId} className="flex min-w-0 flex-col">
      <CardHeader id={headingId} title={title} description={description} actions={toggle} />
      <ul className="flex gap-4 px-5 text-xs text-ink-muted">
        {legend.map(({ label, swatch }) => (
          <li key={label} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2 rounded-sm ${swatch}`} />
            {label}
          </li>
        ))}
      </ul>
      <div className="h-72 px-2 pt-3 pb-2">{content()}</div>
    </Card>
  )
}

function ChartPlaceholder() {
  return (
    <div className="flex h-full items-end gap-3 px-4 pb-7">
      {['h-1/3', 'h-1/2', 'h-2/5', 'h-3/5', 'h-1/2', 'h-4/5', 'h-3/5', 'h-2/3'].map(
        (height, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars of a placeholder have nothing but their place
          <Skeleton key={index} className={`flex-1 ${height}`} />
        ),
      )}
    </div>
  )
}

function ChartFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useI18n()
  return (
    <div role="alert" className="flex h-full flex-col items-center justify-center gap-3">
      <p className="text-sm text-ink-muted">{t('chart.failed')}</p>
      <Button variant="secondary" size="sm" onClick={onRetry}>
        {t('action.retry')}
      </Button>
    </div>
  )
}
