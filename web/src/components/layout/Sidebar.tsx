import { clsx } from 'clsx'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import { NavLink, useLocation } from 'react-router'
import { Tooltip } from '@/components/ui/Tooltip'
import { useSession } from '@/hooks/useAuth'
import { usePrefetch } from '@/hooks/usePrefetch'
import { useI18n } from '@/lib/i18n'
import { savePreferences } from '@/lib/preferences'
import { type Page, pageAt, pageGroups } from './navigation'
import { TenantMenu } from './TenantMenu'

interface Props {
  /** Signs alone; the names come on hover and focus. */
  isCollapsed?: boolean
  onNavigate?: () => void
}

/** Where one can go, and for which organisation. */
export function Sidebar({ isCollapsed = false, onNavigate }: Props) {
  const { t } = useI18n()
  const { user } = useSession()
  return (
    <nav
      aria-label={t('nav.label')}
      className={clsx('flex h-full flex-col gap-5 bg-sunken py-3', isCollapsed ? 'px-2' : 'px-3')}
    >
      <TenantMenu isCollapsed={isCollapsed} />
      <div className="flex-1 space-y-5 overflow-y-auto">
        {pageGroups(user.role).map(({ group, pages }) => (
          <PageGroup key={group} label={t(`nav.group.${group}`)} isCollapsed={isCollapsed}>
            {pages.map((page) => (
              <PageLink
                key={page.path}
                page={page}
                isCollapsed={isCollapsed}
                onNavigate={onNavigate}
              />
            ))}
          </PageGroup>
        ))}
      </div>
      {onNavigate ? null : <CollapseButton isCollapsed={isCollapsed} />}
    </nav>
  )
}

interface GroupProps {
  label: string
  isCollapsed: boolean
  children: ReactNode
}

function PageGroup({ label, isCollapsed, children }: GroupProps) {
  return (
    <div>
      <p
        aria-hidden
        className={clsx(
          'px-2 pb-1 text-2xs font-medium text-ink-subtle',
          isCollapsed && 'invisible',
        )}
      >
        {label}
      </p>
      <ul aria-label={label} className="space-y-0.5">
        {children}
      </ul>
    </div>
  )
}

interface LinkProps {
  page: Page
  isCollapsed: boolean
  onNavigate: (() => void) | undefined
}

function PageLink({ page, isCollapsed, onNavigate }: LinkProps) {
  const { t } = useI18n()
  const { pathname } = useLocation()
  const prefetch = usePrefetch()
  const isCurrent = pageAt(pathname) === page
  const approach = () => prefetch(page.path)
  const link = (
    <NavLink
      to={page.path}
      onClick={onNavigate}
      onMouseEnter={approach}
      onFocus={approach}
      onTouchStart={approach}
      aria-current={isCurrent ? 'page' : undefined}
      className={clsx(
        'flex h-8 items-center gap-2.5 rounded-md px-2 text-sm font-medium transition-colors',
        isCollapsed && 'justify-center',
        isCurrent
          ? 'bg-neutral-tint text-ink contrast-more:outline-1 contrast-more:outline-line forced-colors:outline-1'
          : 'text-ink-muted hover:bg-hover hover:text-ink',
      )}
    >
      <page.icon
        aria-hidden
        className={clsx('size-4 shrink-0', isCurrent ? 'text-accent-ink' : 'text-ink-subtle')}
      />
      <span className={isCollapsed ? 'sr-only' : 'truncate'}>{t(page.label)}</span>
    </NavLink>
  )
  return (
    <li>
      {isCollapsed ? (
        <Tooltip content={t(page.label)} side="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  )
}

function CollapseButton({ isCollapsed }: { isCollapsed: boolean }) {
  const { t } = useI18n()
  const Icon = isCollapsed ? PanelLeftOpen : PanelLeftClose
  const label = t(isCollapsed ? 'nav.expand' : 'nav.collapse')
  return (
    <button
      type="button"
      aria-label={label}
      aria-expanded={!isCollapsed}
      onClick={() => savePreferences({ navigationCollapsed: !isCollapsed })}
      className={clsx(
        'flex h-8 items-center gap-2.5 rounded-md px-2 text-xs text-ink-subtle transition-colors hover:bg-hover hover:text-ink',
        isCollapsed && 'justify-center',
      )}
    >
      <Icon aria-hidden className="size-4 rtl:-scale-x-100" />
      {isCollapsed ? null : label}
    </button>
  )
}
