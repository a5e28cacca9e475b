import { Outlet, useLocation } from 'react-router'
import { LeaveFor } from '@/components/LeaveFor'
import { LoadingScreen } from '@/components/LoadingScreen'
import { ErrorState } from '@/components/ui/ErrorState'
import { useAuth } from '@/hooks/useAuth'
import { useI18n } from '@/lib/i18n'
import { loginPath } from '@/lib/returnTo'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'

/** Lets only people with a session pass; the others come back here after the login. */
export function ProtectedRoute() {
  const { state, checkSession } = useAuth()
  const { t } = useI18n()
  const { pathname, search } = useLocation()

  switch (state.status) {
    case 'loading':
      return <LoadingScreen />
    case 'authenticated':
      return <Outlet />
    case 'anonymous':
      return (
        <LeaveFor
          path={
            state.reason === 'signed-out'
              ? loginPath({ reason: state.reason })
              : loginPath({ returnTo: pathname + search, reason: state.reason })
          }
        />
      )
    case 'unreachable':
      return (
        <main className="grid min-h-dvh place-items-center">
          <ErrorState
            title={t('session.unreachable')}
            message={toUserMessage(state.error, t)}
            requestId={requestIdOf(state.error)}
            onRetry={checkSession}
          />
        </main>
      )
  }
}
