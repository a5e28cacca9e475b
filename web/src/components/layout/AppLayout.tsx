import { clsx } from 'clsx'
import { type ReactNode, Suspense, useEffect, useRef } from 'react'
import { Outlet, useLocation } from 'react-router'
import { ErrorBoundary } from '@/components/ErrorBoundary'
import { Drawer } from '@/components/ui/Drawer'
import { Toaster } from '@/components/ui/Toast'
import { useUI } from '@/contexts/UIContext'
import { useLiveUpdates } from '@/hooks/useLiveUpdates'
import { useI18n } from '@/lib/i18n'
import { usePreferences } from '@/lib/preferences'
import { Footer } from './Footer'
import { Header } from './Header'
import { ShortcutSheet } from './ShortcutSheet'
import { Sidebar } from './Sidebar'
import { useGlobalShortcuts } from './useGlobalShortcuts'

interface Props {
  /** Shown over the page on demand; it belongs to a feature, so the layout is given it. */
  palette: ReactNode
}

/** The frame around every page of the console. */
export function AppLayout({ palette }: Props) {
  const { t } = useI18n()
  const { overlay, closeOverlay } = useUI()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const isCollapsed = usePreferences((preferences) => preferences.navigationCollapsed)
  useLiveUpdates()
  useGlobalShortcuts()
  useFocusOnNavigation(pathname, main)

  return (
    <div
      className={clsx(
        'print:block lg:grid',
        isCollapsed ? 'lg:grid-cols-[3.5rem_minmax(0,1fr)]' : 'lg:grid-cols-[15rem_minmax(0,1fr)]',
      )}
    >
      <a
        href="#main"
        className="sr-only z-60 rounded-md bg-accent px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-3 focus:start-3"
      >
        {t('nav.skip')}
      </a>
      <div className="sticky top-0 hidden h-dvh border-e border-line lg:block print:hidden">
        <Sidebar isCollapsed={isCollapsed} />
      </div>
      <div className="flex min-h-dvh min-w-0 flex-col">
        <Header />
        <main
          id="main"
          ref={main}
          tabIndex={-1}
          className="mx-auto w-full max-w-[96rem] flex-1 px-4 py-6 outline-none sm:px-6 lg:px-8 print:max-w-none print:p-0"
        >
          <ErrorBoundary resetKey={pathname}>
            <Suspense fallback={<PagePlaceholder />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
        <Footer />
      </div>
      <Drawer
        isOpen={overlay === 'navigation'}
        onClose={closeOverlay}
        title={t('nav.label')}
        side="left"
        className="max-w-64"
      >
        <Sidebar onNavigate={closeOverlay} />
      </Drawer>
      <ShortcutSheet />
      {overlay === 'palette' ? <Suspense fallback={null}>{palette}</Suspense> : null}
      <Toaster />
    </div>
  )
}

function PagePlaceholder() {
  const { t } = useI18n()
  return (
    <p role="status" className="sr-only">
      {t('loading')}
    </p>
  )
}

/** A new page starts at its beginning, for the keyboard as well; the first one is left alone. */
function useFocusOnNavigation(pathname: string, main: { current: HTMLElement | null }) {
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [pathname, main])
}
