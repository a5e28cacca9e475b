import { act, render, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { useAuth } from '@/hooks/useAuth'
import { sampleSession } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import { type AuthContextValue, AuthProvider } from './AuthContext'

let auth: AuthContextValue

function Probe() {
  auth = useAuth()
  const { state } = auth
  const reason = state.status === 'anonymous' ? (state.reason ?? 'never signed in') : ''
  return <p>{`${state.status} ${reason}`.trim()}</p>
}

function start() {
  render(
    <AuthProvider>
      <Probe />
    </AuthProvider>,
  )
}

beforeEach(() => {
  window.history.replaceState(null, '', '/dashboard')
})

describe('the session', () => {
  it('comes back after a reload', async () => {
    server.use(http.get('/api/auth/session', () => success({ session: sampleSession() })))

    start()

    expect(await screen.findByText('authenticated')).toBeVisible()
  })

  it('is none for a stranger', async () => {
    server.use(http.get('/api/auth/session', () => failure(401, 'UNAUTHENTICATED')))

    start()

    expect(await screen.findByText('anonymous never signed in')).toBeVisible()
  })

  it('is not taken for lost when the service does not answer', async () => {
    server.use(http.get('/api/auth/session', () => HttpResponse.error()))

    start()

    expect(await screen.findByText('unreachable')).toBeVisible()
  })

  it('outlives a refresh that fails for want of a connection', async () => {
    server.use(
      http.get('/api/auth/session', () => success({ session: sampleSession() })),
      http.post('/api/auth/refresh', () => HttpResponse.error()),
    )
    start()
    await screen.findByText('authenticated')

    await act(() => auth.refreshSession())

    expect(screen.getByText('authenticated')).toBeVisible()
  })

  it('ends when a refresh is refused', async () => {
    server.use(
      http.get('/api/auth/session', () => success({ session: sampleSession() })),
      http.post('/api/auth/refresh', () => failure(401, 'UNAUTHENTICATED')),
    )
    start()
    await screen.findByText('authenticated')

    await act(() => auth.refreshSession())

    expect(screen.getByText('anonymous expired')).toBeVisible()
  })

  it('ends here even if the service cannot be told', async () => {
    server.use(
      http.get('/api/auth/session', () => success({ session: sampleSession() })),
      http.post('/api/auth/logout', () => HttpResponse.error()),
    )
    start()
    await screen.findByText('authenticated')

    await act(() => auth.logout())

    expect(screen.getByText('anonymous signed-out')).toBeVisible()
  })

  it('leaves no token in the browser’s storage', async () => {
    server.use(http.get('/api/auth/session', () => success({ session: sampleSession() })))

    start()
    await screen.findByText('authenticated')

    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('short-lived')
  })
})

describe('the return from Genesys', () => {
  beforeEach(() => {
    window.history.replaceState(null, '', '/callback')
    sessionStorage.setItem('pkce_verifier', 'verifier')
    sessionStorage.setItem('oauth_state', 'state-1')
  })

  it('exchanges the code once, however often it is asked', async () => {
    const exchanges: unknown[] = []
    server.use(
      http.post('/api/auth/callback', async ({ request }) => {
        exchanges.push(await request.json())
        return success({ session: sampleSession(), returnTo: '/conversations' })
      }),
    )
    start()

    await act(async () => {
      await Promise.all([
        auth.completeLogin('code-1', 'state-1'),
        auth.completeLogin('code-1', 'state-1'),
      ])
    })

    expect(exchanges).toEqual([{ code: 'code-1', state: 'state-1', codeVerifier: 'verifier' }])
    await waitFor(() => expect(screen.getByText('authenticated')).toBeVisible())
    expect(sessionStorage.getItem('pkce_verifier')).toBeNull()
  })

  it('refuses a login that another tab began', async () => {
    start()

    const refusal = auth.completeLogin('code-1', 'state-of-another-tab')

    await expect(refusal).rejects.toMatchObject({ code: 'INVALID_LOGIN_STATE' })
  })
})
