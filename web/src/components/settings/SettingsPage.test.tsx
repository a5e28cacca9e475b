import { screen, waitFor, within } from '@testing-library/react'
import { http } from 'msw'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { announceConfirmation } from '@/lib/confirmationWindow'
import { loadMessages } from '@/lib/i18n'
import { settingsTexts } from '@/lib/messages/settings'
import { renderPage } from '@/test/renderPage'
import { NOW, sampleSession } from '@/test/samples'
import { refusal, server, success } from '@/test/server'
import type { TenantSettings } from '@/types/settingsParts'
import { SettingsPage } from './SettingsPage'

beforeAll(() => loadMessages(settingsTexts))

const popup = { closed: false, location: { replace: vi.fn() }, close: vi.fn() }
const open = vi.spyOn(window, 'open')

beforeEach(() => {
  popup.location.replace.mockReset()
  // @ts-expect-error: of a window, only what is used here
  open.mockReturnValue(popup)
})
afterEach(() => open.mockReset())

function sampleSettings(changes: Partial<TenantSettings> = {}): TenantSettings {
  return {
    webhookSecret: '••••b7Qk',
    credentials: { genesys: null, whatsapp: null },
    regional: { dataResidency: 'eu', timezone: 'Europe/Madrid', locale: 'es-ES' },
    features: { darkMode: true, advancedAnalytics: false, multiUser: true },
    webhookSecretDetail: { createdAt: NOW, callsByCurrent: 412, previous: null },
    credentialDetails: [
      {
        type: 'whatsapp-token',
        maskedValue: '••••k3Zx',
        lastUpdated: NOW,
        expiresAt: null,
        neverExpires: true,
        status: 'active',
        warnings: [],
        canRollBack: false,
        versions: [],
      },
    ],
    regionalFixed: true,
    residencies: ['us', 'eu'],
    ...changes,
  }
}

function describeSettings(settings = sampleSettings()) {
  server.use(
    http.get('/api/settings', () => success(settings)),
    http.post('/api/auth/confirm/init', () =>
      success({ authUrl: 'https://login.example/authorize', state: 'state-1' }),
    ),
    http.post('/api/auth/confirm/callback', () =>
      success({ confirmationToken: 'token-1', purpose: 'any', expiresAt: Date.now() + 60_000 }),
    ),
  )
}

async function signInAgain(user: ReturnType<typeof renderPage>['user']) {
  await user.click(screen.getByRole('button', { name: 'Sign in to confirm' }))
  await waitFor(() => expect(popup.location.replace).toHaveBeenCalled())
  announceConfirmation({ state: 'state-1', code: 'code-1' })
}

describe('the webhook secret', () => {
  it('is rotated after a confirmation, and shown once', async () => {
    describeSettings()
    const rotations: unknown[] = []
    server.use(
      http.post('/api/settings/webhook-secret/rotate', async ({ request }) => {
        rotations.push(await request.json(), request.headers.get('X-Confirmation-Token'))
        return success({
          newSecret: 'brand-new-secret',
          oldSecretValidUntil: NOW,
          auditId: '1',
          pushedToGenesys: true,
        })
      }),
    )
    const { user, queryClient } = renderPage(<SettingsPage />)
    await user.click(await screen.findByRole('button', { name: 'Rotate secret' }))
    await user.selectOptions(screen.getByLabelText(/old secret stays valid/), '72 hours')
    expect(rotations).toEqual([])

    await signInAgain(user)

    const dialog = await screen.findByRole('dialog', { name: 'New webhook secret' })
    expect(within(dialog).getByText('brand-new-secret')).toBeVisible()
    expect(rotations).toEqual([{ gracePeriodHours: 72, force: false }, 'token-1'])
    const cached = [
      ...queryClient.getQueryCache().getAll(),
      ...queryClient.getMutationCache().getAll(),
    ].map(({ state }) => state.data)
    expect(JSON.stringify(cached)).not.toContain('brand-new-secret')
    await user.click(within(dialog).getByRole('button', { name: 'I have kept it' }))
    expect(screen.queryByText('brand-new-secret')).not.toBeInTheDocument()
  })

  it('shows how many calls the old one still signs, and lets it be revoked', async () => {
    const previous = { validUntil: NOW, callsSigned: 9873, lastCallAt: NOW }
    describeSettings(
      sampleSettings({
        webhookSecretDetail: { createdAt: NOW, callsByCurrent: 412, previous },
      }),
    )
    const tokens: (string | null)[] = []
    server.use(
      http.delete('/api/settings/webhook-secret/previous', ({ request }) => {
        tokens.push(request.headers.get('X-Confirmation-Token'))
        return success({})
      }),
    )
    const { user } = renderPage(<SettingsPage />)
    expect(await screen.findByText(/9,873 calls were signed with it since/)).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Revoke now' }))
    await signInAgain(user)

    await waitFor(() => expect(tokens).toEqual(['token-1']))
  })
})

describe('a credential', () => {
  it('that the partner refuses can be mended without another sign-in', async () => {
    describeSettings()
    const sent: unknown[] = []
    server.use(
      http.put('/api/settings/credentials', async ({ request }) => {
        sent.push(await request.json())
        if (sent.length === 1) return refusal(422, 'CREDENTIAL_REFUSED', {})
        return success(sampleSettings().credentialDetails[0])
      }),
    )
    const { user } = renderPage(<SettingsPage />)
    await user.click(await screen.findByRole('button', { name: 'Replace WhatsApp token' }))
    expect(screen.getByRole('button', { name: 'Sign in to confirm' })).toBeDisabled()
    await user.type(screen.getByLabelText('New value'), 'E'.repeat(100))
    await signInAgain(user)
    expect(await screen.findByRole('alert')).toHaveTextContent('CREDENTIAL_REFUSED')

    await user.type(screen.getByLabelText('New value'), 'F')
    await user.click(screen.getByRole('button', { name: 'Sign in to confirm' }))

    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(sent).toEqual([
      { type: 'whatsapp-token', values: { systemUserToken: 'E'.repeat(100) } },
      { type: 'whatsapp-token', values: { systemUserToken: `${'E'.repeat(100)}F` } },
    ])
    expect(popup.location.replace).toHaveBeenCalledTimes(1)
  })
})

describe('the region', () => {
  it('is saved without the data’s place once that is fixed', async () => {
    describeSettings()
    const sent: unknown[] = []
    server.use(
      http.patch('/api/settings/regional', async ({ request }) => {
        sent.push(await request.json())
        return success({ dataResidency: 'eu', timezone: 'Europe/Berlin', locale: 'es-ES' })
      }),
    )
    const { user } = renderPage(<SettingsPage />)
    expect(await screen.findByLabelText('Data residency')).toBeDisabled()

    await user.selectOptions(screen.getByLabelText('Time zone'), 'Europe/Berlin')
    await user.click(screen.getByRole('button', { name: 'Save' }))

    await waitFor(() => expect(sent).toEqual([{ timezone: 'Europe/Berlin', locale: 'es-ES' }]))
  })
})

it('viewers see the settings and can change none', async () => {
  describeSettings()
  const session = sampleSession()
  renderPage(<SettingsPage />, {
    session: { ...session, user: { ...session.user, role: 'viewer' } },
  })

  expect(await screen.findByText('••••k3Zx')).toBeVisible()
  expect(screen.queryByRole('button', { name: /Replace|Rotate|Save/ })).not.toBeInTheDocument()
})
