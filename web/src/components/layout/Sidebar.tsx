import { clsx } from 'clsx'
import { NavLink, useLocation } from 'react-router'
import { Logo } from '@/components/ui/Logo'
import { useSession } from '@/hooks/useAuth'
import { usePrefetch } from '@/hooks/usePrefetch'
import { useI18n } from '@/lib/i18n'
import { PAGES, pageAt } from './navigation'

interface Props {
  onNavigate?: () => void
}

/** Where one can go, and for which organisation. */
export function Sidebar({ onNavigate }: Props) {
  const { t } = useI18n()
  const { tenant } = useSession()
  return (
    <nav aria-label={t('nav.label')} className="flex h-full flex-col gap-5 bg-sunken px-3 py-4">
      <div className="flex items-center gap-2.5 px-2">
        <Logo className="size-8 shrink-0" />
        <div className="min-w-0 leading-tight">
          <p className="text-sm font-semibold tracking-tight">{t('app.name')}</p>
          <p className="truncate text-xs text-ink-subtle">{tenant.name}</p>
        </div>
      </div>
      <PageLinks onNavigate={onNavigate} />
    </nav>
  )
}

function PageLinks({ onNavigate }: Props) {
  const { t } = useI18n()
  const { pathname } = useLocation()
  const prefetch = usePrefetch()
  const current = pageAt(pathname)
  return (
    <ul className="space-y-0.5">
      {PAGES.map((page) => (
        <li key={page.path}>
          <NavLink
            to={page.path}
            onClick={onNavigate}
            onMouseEnter={() => prefetch(page.path)}
            onFocus={() => prefetch(page.path)}
            onTouchStart={() => prefetch(page.path)}
            aria-current={page === current ? 'page' : undefined}
            className={clsx(
              'flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium transition-colors',
              page === current
                ? 'bg-neutral-tint text-ink'
                : 'text-ink-muted hover:bg-hover hover:text-ink',
            )}
          >
            <page.icon
              aria-hidden
              className={clsx('size-4', page === current ? 'text-accent-ink' : 'text-ink-subtle')}
            />
            {t(page.label)}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
