import { screen, waitFor, within } from '@testing-library/react'
import { delay, HttpResponse, http } from 'msw'
import { Route, Routes } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadMessages } from '@/lib/i18n'
import { onboardingTexts } from '@/lib/messages/onboarding'
import { renderPage } from '@/test/renderPage'
import { sampleProgress, sampleSession } from '@/test/samples'
import { refusal, server, success } from '@/test/server'
import { OnboardingWizard } from './OnboardingWizard'

interface Saved {
  step: number
  draft?: boolean
  data: { readonly [section: string]: { readonly [field: string]: string | null } }
}

beforeAll(() => loadMessages(onboardingTexts))

function showWizard(path = '/onboarding') {
  return renderPage(
    <Routes>
      <Route path="/onboarding/:step?" element={<OnboardingWizard />} />
    </Routes>,
    { path, session: sampleSession() },
  )
}

function describeProgress(changes: Parameters<typeof sampleProgress>[0] = {}) {
  server.use(
    http.get('/api/onboarding/progress', () => success(sampleProgress(changes))),
    http.get('/api/auth/options', () =>
      success({
        regions: [{ id: 'eu-west-1', name: 'EMEA (Ireland)', host: 'mypurecloud.ie' }],
        defaultRegion: 'eu-west-1',
      }),
    ),
  )
}

/** Takes every save; the revision counts up. */
function acceptSaves() {
  const saves: Saved[] = []
  const revisions: (string | null)[] = []
  server.use(
    http.post<never, Saved>('/api/onboarding/save', async ({ request }) => {
      saves.push(await request.json())
      revisions.push(request.headers.get('If-Match'))
      return success({ revision: 3 + saves.length, savedAt: '2026-03-02T09:00:00Z' })
    }),
  )
  return { saves, revisions }
}

describe('the wizard', () => {
  it('goes on where somebody stopped, on whatever device', async () => {
    describeProgress({ completedSteps: [1] })

    const { address } = showWizard()

    expect(await screen.findByRole('heading', { name: 'Genesys Cloud' })).toBeVisible()
    expect(address.current).toBe('/onboarding/genesys')
  })

  it('does not skip a step that an address names too early', async () => {
    describeProgress({ completedSteps: [1] })

    const { address } = showWizard('/onboarding/deployment')

    await screen.findByRole('heading', { name: 'Genesys Cloud' })
    expect(address.current).toBe('/onboarding/genesys')
  })

  it('tells a viewer that it is not for them', () => {
    const session = sampleSession()
    renderPage(<OnboardingWizard />, {
      session: { ...session, user: { ...session.user, role: 'viewer' } },
    })

    expect(screen.getByText('Only administrators can do the set-up')).toBeVisible()
  })
})

describe('a draft', () => {
  it('is saved while one types, on top of what is known, and the page says so', async () => {
    describeProgress({ revision: 3 })
    const { saves, revisions } = acceptSaves()
    const { user } = showWizard()

    await user.type(await screen.findByLabelText('Company name'), 'North')

    expect(await screen.findByText('Saved')).toBeVisible()
    expect(saves.at(-1)).toMatchObject({
      step: 1,
      draft: true,
      data: { organization: { companyName: 'North' } },
    })
    expect(revisions[0]).toBe('"3"')
  })

  it('never carries a secret', async () => {
    describeProgress({ completedSteps: [1] })
    const { saves } = acceptSaves()
    const { user } = showWizard()

    await user.type(await screen.findByLabelText('Client secret'), 'half-a-secret')
    await user.type(screen.getByLabelText('Client ID'), '528c0cf9')

    expect(await screen.findByText('Saved')).toBeVisible()
    expect(JSON.stringify(saves)).toContain('528c0cf9')
    expect(JSON.stringify(saves)).not.toContain('half')
  })

  it('that did not arrive is said to be unsaved, and sent again on request', async () => {
    describeProgress()
    let tries = 0
    server.use(
      http.post('/api/onboarding/save', () => {
        tries++
        if (tries === 1) return HttpResponse.error()
        return success({ revision: 4, savedAt: '2026-03-02T09:00:00Z' })
      }),
    )
    const { user } = showWizard()
    await user.type(await screen.findByLabelText('Company name'), 'N')
    expect(await screen.findByText('Not saved')).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByText('Saved')).toBeVisible()
  })

  it('gives way to what was saved on another device, and the page says so', async () => {
    const elsewhere = sampleProgress({ revision: 9 })
    let reads = 0
    describeProgress()
    server.use(
      http.get('/api/onboarding/progress', () => {
        reads++
        if (reads === 1) return success(sampleProgress({ revision: 3 }))
        elsewhere.progress.organization.companyName = 'Named elsewhere'
        return success(elsewhere)
      }),
      http.post('/api/onboarding/save', () => refusal(409, 'REVISION_CONFLICT', { revision: 9 })),
    )
    const { user } = showWizard()

    await user.type(await screen.findByLabelText('Company name'), 'N')

    expect(await screen.findByText('Changed elsewhere')).toBeVisible()
    await waitFor(() =>
      expect(screen.getByLabelText('Company name')).toHaveValue('Named elsewhere'),
    )
  })
})

describe('a step', () => {
  it('says beside each field what is wrong, and leads to the first', async () => {
    describeProgress()
    acceptSaves()
    const { user } = showWizard()
    await user.click(await screen.findByRole('button', { name: 'Continue' }))

    const company = screen.getByLabelText('Company name')

    expect(await screen.findByText('4 fields need your attention.')).toBeVisible()
    expect(company).toHaveFocus()
    expect(company).toHaveAccessibleDescription('Company name must be at least 2 characters.')
    expect(company).toBeInvalid()
  })

  it('shows what the service objects to beside its field', async () => {
    describeProgress({ completedSteps: [1, 2] })
    server.use(
      http.get('/api/onboarding/genesys/integrations', () => success({ integrations: [] })),
      http.post<never, Saved>('/api/onboarding/save', async ({ request }) =>
        (await request.json()).draft
          ? success({ revision: 4, savedAt: '2026-03-02T09:00:00Z' })
          : refusal(400, 'VALIDATION_FAILED', {
              fields: [{ field: 'whatsapp.phoneNumberId', message: 'Not in the account' }],
            }),
      ),
    )
    const { user } = showWizard('/onboarding/whatsapp')
    await user.type(await screen.findByLabelText(/account ID/), '340000000000101')
    await user.type(screen.getByLabelText('System user token'), 'E'.repeat(100))
    await user.type(screen.getByLabelText('Phone number ID'), '340000000000999')

    await user.click(screen.getByRole('button', { name: 'Continue' }))

    expect(await screen.findByText('Not in the account')).toBeVisible()
    expect(screen.getByLabelText('Phone number ID')).toHaveFocus()
  })

  it('never shows a stored secret, and keeps it when the field stays empty', async () => {
    const progress = sampleProgress({ completedSteps: [1] })
    progress.progress.genesys = {
      ...progress.progress.genesys,
      clientId: '528c0cf9-286b-40b3-a14c-003c1d754413',
      region: 'eu-west-1',
      hasClientSecret: true,
      maskedValue: '••••1234',
    }
    describeProgress()
    server.use(http.get('/api/onboarding/progress', () => success(progress)))
    const { saves } = acceptSaves()
    const { user } = showWizard()

    const secret = await screen.findByLabelText('Client secret')
    expect(secret).toHaveValue('')
    expect(secret).toHaveAccessibleDescription(/••••1234/)
    await user.click(screen.getByRole('button', { name: 'Continue' }))

    await waitFor(() => expect(saves).toHaveLength(1))
    expect(saves[0]).toMatchObject({ step: 2, data: { genesys: { clientSecret: '' } } })
    expect(saves[0]?.draft).toBeUndefined()
  })

  it('offers the account’s numbers for the token that is being typed', async () => {
    describeProgress({ completedSteps: [1, 2] })
    acceptSaves()
    const asked: unknown[] = []
    server.use(
      http.get('/api/onboarding/genesys/integrations', () => success({ integrations: [] })),
      http.post('/api/onboarding/whatsapp/numbers', async ({ request }) => {
        asked.push(await request.json())
        await delay()
        return success({
          numbers: [{ id: '340000000000201', displayNumber: '+1 555-010-0201' }],
        })
      }),
    )
    const { user } = showWizard()
    await user.type(await screen.findByLabelText(/account ID/), '340000000000101')
    await user.type(screen.getByLabelText('System user token'), 'E'.repeat(100))

    await user.click(screen.getByRole('button', { name: 'Show the account’s numbers' }))

    const numbers = await screen.findByRole('group', { name: 'WhatsApp number' })
    expect(within(numbers).getByRole('radio', { name: /\+1 555-010-0201/ })).toBeVisible()
    expect(asked).toHaveLength(1)
    expect(await screen.findByText('Saved')).toBeVisible()
  })

  it('asks before a typed secret is lost', async () => {
    describeProgress({ completedSteps: [1] })
    acceptSaves()
    const { user, address } = showWizard()
    await user.type(await screen.findByLabelText('Client secret'), 'x')

    await user.click(screen.getByRole('link', { name: 'Back' }))

    expect(await screen.findByRole('dialog', { name: 'Leave without saving?' })).toBeVisible()
    expect(address.current).toBe('/onboarding/genesys')
    await user.click(screen.getByRole('button', { name: 'Leave' }))
    expect(address.current).toBe('/onboarding/organization')
  })
})
