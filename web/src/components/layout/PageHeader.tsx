import type { ReactNode } from 'react'
import { useI18n } from '@/lib/i18n'

interface Props {
  title: string
  description?: ReactNode
  actions?: ReactNode
}

/** The page's name, on the page and in the browser's tab. */
export function PageHeader({ title, description, actions }: Props) {
  const { t } = useI18n()
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <title>{`${title} · ${t('app.name')}`}</title>
      <div>
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {description ? <div className="mt-0.5 text-sm text-ink-subtle">{description}</div> : null}
      </div>
      {actions ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{actions}</div>
      ) : null}
    </div>
  )
}
