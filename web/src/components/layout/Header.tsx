import { Menu, Search } from 'lucide-react'
import { Link, useLocation } from 'react-router'
import { Button } from '@/components/ui/Button'
import { Kbd } from '@/components/ui/Kbd'
import { useUI } from '@/contexts/UIContext'
import { useSession } from '@/hooks/useAuth'
import { useI18n } from '@/lib/i18n'
import { ConnectionStatus } from './ConnectionStatus'
import { Notifications } from './Notifications'
import { pageAt } from './navigation'
import { UserMenu } from './UserMenu'

export function Header() {
  const { t } = useI18n()
  const { openOverlay } = useUI()
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center gap-2 border-b border-line bg-canvas/90 px-4 backdrop-blur sm:px-6 lg:px-8 print:hidden">
      <Button
        variant="ghost"
        size="icon"
        className="-ms-2 lg:hidden"
        aria-label={t('nav.open')}
        onClick={() => openOverlay('navigation')}
      >
        <Menu aria-hidden className="size-5" />
      </Button>
      <Breadcrumbs />
      <div className="ms-auto flex items-center gap-2">
        <button
          type="button"
          onClick={() => openOverlay('palette')}
          className="flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-2.5 text-sm text-ink-subtle transition-colors hover:border-line-strong hover:text-ink md:w-56"
        >
          <Search aria-hidden className="size-4" />
          <span className="sr-only md:not-sr-only">{t('palette.open')}</span>
          <span aria-hidden className="ms-auto hidden md:block">
            <Kbd>{isApple() ? '⌘K' : 'Ctrl K'}</Kbd>
          </span>
        </button>
        <ConnectionStatus />
        <Notifications />
        <UserMenu />
      </div>
    </header>
  )
}

/** From the organisation to the page; on narrow screens the page alone. */
function Breadcrumbs() {
  const { t } = useI18n()
  const { tenant } = useSession()
  const { pathname } = useLocation()
  const page = pageAt(pathname)
  return (
    <nav aria-label={t('breadcrumbs.label')} className="min-w-0">
      <ol className="flex items-center gap-2 text-sm">
        <li className="hidden max-w-56 truncate text-ink-subtle sm:block">
          <Link to="/dashboard" className="rounded-sm hover:text-ink">
            {tenant.name}
          </Link>
        </li>
        <li aria-hidden className="hidden text-line-strong sm:block">
          /
        </li>
        <li className="min-w-0 truncate font-medium">
          <Link to={page?.path ?? pathname} aria-current="page" className="rounded-sm">
            {page ? t(page.label) : t('notFound.crumb')}
          </Link>
        </li>
      </ol>
    </nav>
  )
}

function isApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.userAgent)
}
