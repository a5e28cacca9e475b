import { useEffect, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { LoadingScreen } from '@/components/LoadingScreen'
import { Button } from '@/components/ui/Button'
import { useAuth } from '@/hooks/useAuth'
import { PortalError } from '@/lib/errors'
import { type MessageKey, useI18n } from '@/lib/i18n'
import { safeReturnTo } from '@/lib/returnTo'
import { requestIdOf } from '@/lib/userMessage'
import type { CallbackResponse } from '@/types/auth'

const REASONS = {
  INVALID_LOGIN_STATE: 'callback.stale',
  LOGIN_REJECTED: 'callback.rejected',
  GENESYS_UNAVAILABLE: 'callback.genesysDown',
  NETWORK_ERROR: 'error.network',
  TIMEOUT: 'error.network',
} as const satisfies { [code: string]: MessageKey }

/** Where Genesys sends the browser back to: exchanges the code, once, and goes on. */
export function CallbackHandler() {
  const [query] = useSearchParams()
  const { completeLogin } = useAuth()
  const navigate = useNavigate()
  const [failure, setFailure] = useState<unknown>(null)
  const code = query.get('code')
  const state = query.get('state')

  useEffect(() => {
    if (code === null || state === null) return
    let isCurrent = true
    completeLogin(code, state).then(
      (response) => {
        if (isCurrent) void navigate(firstPage(response), { replace: true })
      },
      (error: unknown) => {
        if (isCurrent) setFailure(error)
      },
    )
    return () => {
      isCurrent = false
    }
  }, [code, state, completeLogin, navigate])

  if (code === null || state === null) return <CallbackFailed reason="callback.denied" />
  if (failure !== null) {
    return <CallbackFailed reason={reasonOf(failure)} requestId={requestIdOf(failure)} />
  }
  return <LoadingScreen />
}

/** Where the person wanted to go; who wanted nothing special and has to set up first goes there. */
function firstPage({ session, returnTo }: CallbackResponse): string {
  const path = safeReturnTo(returnTo)
  const hasToSetUp = session.user.role === 'admin' && !session.tenant.onboarded
  return hasToSetUp && path === '/dashboard' ? '/onboarding' : path
}

type Reason = (typeof REASONS)[keyof typeof REASONS] | 'callback.denied' | 'error.unexpected'

function reasonOf(failure: unknown): Reason {
  if (!(failure instanceof PortalError)) return 'error.unexpected'
  const known = Object.entries(REASONS).find(([code]) => code === failure.code)
  return known?.[1] ?? 'error.unexpected'
}

interface FailedProps {
  reason: Reason
  requestId?: string | undefined
}

function CallbackFailed({ reason, requestId }: FailedProps) {
  const { t } = useI18n()
  return (
    <main role="alert" className="grid min-h-dvh place-items-center bg-canvas p-6">
      <div className="max-w-sm text-center">
        <h1 className="text-xl font-semibold tracking-tight">{t('callback.failed')}</h1>
        <p className="mt-2 mb-5 text-ink-muted">{t(reason)}</p>
        <Button onClick={() => window.location.replace('/login')}>{t('callback.again')}</Button>
        {requestId ? (
          <p className="mt-5 text-xs text-ink-subtle">
            {t('error.requestId')} <code className="font-mono">{requestId}</code>
          </p>
        ) : null}
      </div>
    </main>
  )
}
