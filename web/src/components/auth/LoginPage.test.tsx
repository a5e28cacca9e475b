import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http } from 'msw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { savePreferences } from '@/lib/preferences'
import { failure, server, success } from '@/test/server'
import { LoginPage } from './LoginPage'

const options = {
  regions: [
    { id: 'us-east-1', name: 'Americas (US East)', host: 'mypurecloud.com' },
    { id: 'eu-west-1', name: 'EMEA (Dublin)', host: 'mypurecloud.ie' },
  ],
  defaultRegion: 'us-east-1',
}

beforeEach(() => {
  window.history.replaceState(null, '', '/login')
  server.use(
    http.get('/api/auth/session', () => failure(401, 'UNAUTHENTICATED')),
    http.get('/api/auth/options', () => success(options)),
  )
})

afterEach(() => savePreferences({ region: null }))

describe('LoginPage', () => {
  it('offers the regions and says where the login will be', async () => {
    render(<LoginPage />)

    const region = await screen.findByRole('combobox', { name: 'Genesys Cloud region' })

    expect(region).toHaveValue('us-east-1')
    expect(region).toHaveAccessibleDescription('You log in to Genesys Cloud at mypurecloud.com.')
  })

  it('asks for a login in the chosen region and remembers it', async () => {
    window.history.replaceState(null, '', '/login?returnTo=/conversations')
    const asked: unknown[] = []
    server.use(
      http.post('/api/auth/login/init', async ({ request }) => {
        asked.push(await request.json())
        return failure(503, 'GENESYS_UNAVAILABLE')
      }),
    )
    render(<LoginPage />)

    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: /region/ }),
      'eu-west-1',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Continue with Genesys Cloud' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('not available right now')
    expect(asked).toEqual([
      {
        region: 'eu-west-1',
        returnTo: '/conversations',
        redirectUri: 'http://localhost:5173/callback',
        codeChallenge: expect.stringMatching(/^[\w-]{43}$/),
      },
    ])
    expect(localStorage.getItem('agent-portal.preferences')).toContain('eu-west-1')
  })

  it('lets people in even when the regions cannot be loaded', async () => {
    server.use(http.get('/api/auth/options', () => failure(500, 'INTERNAL_ERROR'), { once: true }))
    render(<LoginPage />)
    expect(await screen.findByRole('button', { name: 'Continue with Genesys Cloud' })).toBeEnabled()

    const retry = await screen.findByRole('button', { name: 'Try again' })
    await userEvent.click(retry)

    expect(await screen.findByRole('combobox', { name: /region/ })).toBeVisible()
  })

  it('asks once whether there is a session', async () => {
    const asked: string[] = []
    server.use(
      http.get('/api/auth/session', ({ request }) => {
        asked.push(request.url)
        return failure(401, 'UNAUTHENTICATED')
      }),
    )
    render(<LoginPage />)
    await screen.findByRole('combobox', { name: /region/ })

    expect(asked).toHaveLength(1)
  })

  it('says why somebody is here again', async () => {
    window.history.replaceState(null, '', '/login?reason=expired')
    render(<LoginPage />)

    expect(await screen.findByText(/Your session ended/)).toBeVisible()
  })

  it('speaks another language at once', async () => {
    render(<LoginPage />)

    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Language' }),
      'Español',
    )
    expect(await screen.findByRole('heading', { name: 'Iniciar sesión' })).toBeVisible()

    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Idioma' }), 'English')
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeVisible()
  })
})
