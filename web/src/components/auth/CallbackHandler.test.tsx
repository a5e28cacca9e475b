import { render, screen } from '@testing-library/react'
import { http } from 'msw'
import { StrictMode } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { AuthProvider } from '@/contexts/AuthContext'
import { sampleSession } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import { CallbackHandler } from './CallbackHandler'

function arrive(path: string) {
  window.history.replaceState(null, '', path)
  sessionStorage.setItem('pkce_verifier', 'verifier')
  sessionStorage.setItem('oauth_state', 'state-1')
  render(
    <StrictMode>
      <AuthProvider>
        <MemoryRouter initialEntries={[path]}>
          <Routes>
            <Route path="/callback" element={<CallbackHandler />} />
            <Route path="/conversations" element={<p>The conversations</p>} />
          </Routes>
        </MemoryRouter>
      </AuthProvider>
    </StrictMode>,
  )
}

const exchanges: unknown[] = []

beforeEach(() => {
  exchanges.length = 0
})

describe('CallbackHandler', () => {
  it('exchanges the code once, even if React mounts it twice, and goes on', async () => {
    server.use(
      http.post('/api/auth/callback', async ({ request }) => {
        exchanges.push(await request.json())
        return success({ session: sampleSession(), returnTo: '/conversations' })
      }),
    )

    arrive('/callback?code=code-1&state=state-1')

    expect(await screen.findByText('The conversations')).toBeVisible()
    expect(exchanges).toHaveLength(1)
  })

  it.each([
    ['INVALID_LOGIN_STATE', 400, /expired or was already used/],
    ['LOGIN_REJECTED', 401, /refused the sign-in/],
    ['GENESYS_UNAVAILABLE', 503, /does not answer right now/],
  ])('explains %s', async (code, status, explanation) => {
    server.use(http.post('/api/auth/callback', () => failure(status, code)))

    arrive('/callback?code=code-1&state=state-1')

    expect(await screen.findByText(explanation)).toBeVisible()
    expect(screen.getByText('req-7')).toBeVisible()
  })

  it('explains a login that was cancelled at Genesys', async () => {
    arrive('/callback?error=access_denied&state=state-1')

    expect(await screen.findByText(/or it was cancelled there/)).toBeVisible()
  })
})
