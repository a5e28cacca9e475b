import {
  createContext,
  type ReactNode,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import * as authApi from '@/api/auth'
import { onUnauthenticated } from '@/api/client'
import { PortalError } from '@/lib/errors'
import { formatForTenant } from '@/lib/i18n'
import type { LoginReason } from '@/lib/returnTo'
import { listenToOtherTabs, oneTabAtATime, tellOtherTabs } from '@/lib/tabs'
import type { AuthSession, CallbackResponse } from '@/types/auth'
import { finishLogin, forgetLogin, type LoginChoice, startLogin } from './loginFlow'
import { keepSession, type SessionWarning } from './sessionKeeper'

export type AuthState =
  | { status: 'loading' }
  | { status: 'anonymous'; reason: LoginReason | undefined }
  /** Nobody knows whether there is a session: the service did not answer. */
  | { status: 'unreachable'; error: unknown }
  | { status: 'authenticated'; session: AuthSession }

export interface AuthContextValue {
  state: AuthState
  warning: SessionWarning | null
  login: (choice: LoginChoice) => Promise<void>
  /** Ends the login that brought the browser to `/callback`; asking twice is one exchange. */
  completeLogin: (code: string, state: string) => Promise<CallbackResponse>
  /** Where Genesys ends its own session, if it said so. */
  logout: () => Promise<string | null>
  refreshSession: () => Promise<void>
  checkSession: () => Promise<void>
}

export const AuthContext = createContext<AuthContextValue | null>(null)

const LOADING: AuthState = { status: 'loading' }

interface Props {
  children: ReactNode
}

/** Holds the session, in memory only; the browser's credential is a cookie it cannot read. */
export function AuthProvider({ children }: Props) {
  const [state, setState] = useState<AuthState>(LOADING)
  const [warning, setWarning] = useState<SessionWarning | null>(null)
  const session = state.status === 'authenticated' ? state.session : null
  const expiresAtRef = useRef(0)
  const exchanges = useRef(new Map<string, Promise<CallbackResponse>>())

  const accept = useCallback((next: AuthSession) => {
    expiresAtRef.current = next.expiresAt
    formatForTenant({ locale: next.tenant.locale, timeZone: next.tenant.timezone })
    setWarning(null)
    setState({ status: 'authenticated', session: next })
  }, [])

  const end = useCallback((reason: LoginReason | undefined) => {
    setWarning(null)
    setState({ status: 'anonymous', reason })
  }, [])

  const checkSession = useCallback(async () => {
    try {
      const current = await authApi.getCurrentSession({ background: true })
      if (current.expiresAt !== expiresAtRef.current) accept(current)
    } catch (error) {
      setState((previous) => afterFailure(previous, error))
    }
  }, [accept])

  const refreshSession = useCallback(async () => {
    const asked = expiresAtRef.current
    try {
      await oneTabAtATime(async () => {
        // Another tab did it while this one waited for its turn.
        if (expiresAtRef.current > asked) return
        const renewed = await authApi.refreshSession()
        accept(renewed)
        tellOtherTabs({ type: 'session', session: renewed })
      })
    } catch (error) {
      setState((previous) => afterFailure(previous, error))
    }
  }, [accept])

  const completeLogin = useCallback(
    (code: string, loginState: string) => {
      const known = exchanges.current.get(code)
      if (known) return known
      const exchange = finishLogin(code, loginState).then((response) => {
        accept(response.session)
        tellOtherTabs({ type: 'session', session: response.session })
        return response
      })
      exchanges.current.set(code, exchange)
      return exchange
    },
    [accept],
  )

  const logout = useCallback(async () => {
    const answer = await authApi.logout().catch(() => null)
    forgetLogin()
    tellOtherTabs({ type: 'signed-out' })
    end('signed-out')
    return answer?.genesysLogoutUrl ?? null
  }, [end])

  // The login page has no session to ask for on `/callback`: one is being made there.
  useEffect(() => {
    if (window.location.pathname === '/callback') end(undefined)
    else void checkSession()
  }, [checkSession, end])

  useSessionEvents(accept, end)
  useKeepSession(session, { refreshSession, checkSession, setWarning })

  const value = useMemo(
    () => ({
      state,
      warning,
      login: startLogin,
      completeLogin,
      logout,
      refreshSession,
      checkSession,
    }),
    [state, warning, completeLogin, logout, refreshSession, checkSession],
  )
  return <AuthContext value={value}>{children}</AuthContext>
}

/** Only 401 ends a session; everything else may be over in a minute. */
function afterFailure(previous: AuthState, error: unknown): AuthState {
  if (error instanceof PortalError && error.isUnauthenticated) {
    return {
      status: 'anonymous',
      reason: previous.status === 'authenticated' ? 'expired' : undefined,
    }
  }
  return previous.status === 'authenticated' ? previous : { status: 'unreachable', error }
}

function useSessionEvents(
  accept: (session: AuthSession) => void,
  end: (reason: LoginReason | undefined) => void,
) {
  useEffect(() => onUnauthenticated(() => end('expired')), [end])
  useEffect(
    () =>
      listenToOtherTabs((message) => {
        if (message.type === 'session') accept(message.session)
        else end('signed-out')
      }),
    [accept, end],
  )
  // A page brought back by the browser's Back button shows what it showed before the logout.
  useEffect(() => {
    const onPageShow = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    window.addEventListener('pageshow', onPageShow)
    return () => window.removeEventListener('pageshow', onPageShow)
  }, [])
}

interface KeepActions {
  refreshSession: () => Promise<void>
  checkSession: () => Promise<void>
  setWarning: (warning: SessionWarning) => void
}

function useKeepSession(session: AuthSession | null, actions: KeepActions) {
  const { refreshSession, checkSession, setWarning } = actions
  const lastActivityAt = useRef(0)
  const expiresAt = session?.expiresAt
  const absoluteExpiresAt = session?.absoluteExpiresAt

  useEffect(() => {
    const onActivity = () => {
      lastActivityAt.current = Date.now()
    }
    window.addEventListener('pointerdown', onActivity)
    window.addEventListener('keydown', onActivity)
    return () => {
      window.removeEventListener('pointerdown', onActivity)
      window.removeEventListener('keydown', onActivity)
    }
  }, [])

  useEffect(() => {
    if (expiresAt === undefined || absoluteExpiresAt === undefined) return
    return keepSession({
      expiresAt,
      absoluteExpiresAt,
      lastActivityAt: () => lastActivityAt.current,
      refresh: refreshSession,
      probe: checkSession,
      onWarning: setWarning,
    })
  }, [expiresAt, absoluteExpiresAt, refreshSession, checkSession, setWarning])
}
