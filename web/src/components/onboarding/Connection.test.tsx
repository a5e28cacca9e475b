import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { Route, Routes } from 'react-router'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadMessages } from '@/lib/i18n'
import { onboardingTexts } from '@/lib/messages/onboarding'
import { renderPage } from '@/test/renderPage'
import { NOW, sampleProgress } from '@/test/samples'
import { events, failure, refusal, server, success } from '@/test/server'
import type { ConnectivityCheck, TestFinished, WebhookState } from '@/types/onboarding'
import { OnboardingWizard } from './OnboardingWizard'

beforeAll(() => loadMessages(onboardingTexts))

function show(path: string, completedSteps: number[]) {
  server.use(
    http.get('/api/onboarding/progress', () => success(sampleProgress({ completedSteps }))),
  )
  return renderPage(
    <Routes>
      <Route path="/onboarding/:step?" element={<OnboardingWizard />} />
      <Route path="/dashboard" element={<p>the dashboard</p>} />
    </Routes>,
    { path },
  )
}

function check(changes: Partial<ConnectivityCheck> = {}): ConnectivityCheck {
  return {
    id: 'genesys.token',
    group: 'genesys',
    status: 'success',
    startedAt: NOW,
    durationMs: 212,
    finding: 'Genesys Cloud gave a token.',
    facts: [{ label: 'Valid for', value: '24 h' }],
    ...changes,
  }
}

function finished(...checks: ConnectivityCheck[]): TestFinished {
  const result = { status: 'success', message: 'fine' } as const
  return {
    results: { genesys: result, whatsapp: result, webhook: result },
    checks,
    testedAt: NOW,
  }
}

const LISTED = { checks: [{ id: 'genesys.token', group: 'genesys' }], at: NOW }

describe('the connectivity test', () => {
  it('shows each check as it happens, and leads on once all passed', async () => {
    server.use(
      http.get('/api/integration/validate', () => failure(404, 'NOT_FOUND')),
      http.post('/api/integration/validate', () =>
        events(
          ['started', LISTED],
          ['check', check({ status: 'running', durationMs: null, finding: null })],
          ['check', check()],
          ['finished', finished(check())],
        ),
      ),
    )
    const { user } = show('/onboarding/test', [1, 2, 3])
    expect(await screen.findByText(/Nothing has been tested yet/)).toBeVisible()
    server.use(
      http.get('/api/onboarding/progress', () =>
        success(sampleProgress({ completedSteps: [1, 2, 3, 4] })),
      ),
    )

    await user.click(screen.getByRole('button', { name: 'Run connectivity test' }))

    const group = await screen.findByRole('region', { name: 'Genesys Cloud connection' })
    expect(await within(group).findByText('Genesys Cloud gave a token.')).toBeVisible()
    expect(within(group).getByText('212 ms')).toBeVisible()
    expect(within(group).getByText('Passed')).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: 'Continue to webhook setup' })).toBeVisible()
  })

  it('says what to do about a failed check, and does not lead on', async () => {
    const failed = check({
      status: 'error',
      finding: 'Genesys Cloud refused the client.',
      advice: 'Make a new secret.',
    })
    server.use(http.get('/api/integration/validate', () => success(finished(failed))))

    show('/onboarding/test', [1, 2, 3])

    expect(await screen.findByText('1 check failed')).toBeVisible()
    expect(screen.getByText('Make a new secret.')).toBeVisible()
    expect(screen.queryByRole('button', { name: /Continue/ })).not.toBeInTheDocument()
  })

  it('keeps the results of the last test, with their age, when a new one breaks off', async () => {
    server.use(
      http.get('/api/integration/validate', () => success(finished(check()))),
      http.post('/api/integration/validate', () => events(['started', LISTED])),
    )
    const { user } = show('/onboarding/test', [1, 2, 3, 4])

    await user.click(await screen.findByRole('button', { name: 'Retry test' }))

    expect(await screen.findByText('The test did not come to an end')).toBeVisible()
    expect(screen.getByText('Genesys Cloud gave a token.')).toBeVisible()
    expect(screen.getByText(/Last tested/)).toBeVisible()
  })

  it('shows facts as rows, and the raw report only on demand', async () => {
    server.use(http.get('/api/integration/validate', () => success(finished(check()))))
    const { user } = show('/onboarding/test', [1, 2, 3, 4])

    await user.click(await screen.findByText('Details'))

    expect(screen.getByRole('term')).toHaveTextContent('Valid for')
    expect(screen.getByText('24 h')).toBeVisible()
    expect(screen.getByText(/"durationMs": 212/)).not.toBeVisible()
  })
})

function webhooks(changes: Partial<WebhookState> = {}): WebhookState {
  return {
    webhookUrls: {
      meta: 'https://portal.example/webhook/meta/t-1',
      genesys: 'https://portal.example/webhook/genesys/t-1',
      tenantId: 't-1',
    },
    verifyToken: 'verify-me',
    steps: [],
    meta: { deployed: false, firstHandshakeAt: null, firstSignedAt: null },
    genesys: { deployed: false, integrationId: null, firstSignedAt: null },
    drift: [],
    ...changes,
  }
}

describe('the deployment', () => {
  it('shows each step, and what somebody has to do by hand with values to copy', async () => {
    const manual = {
      name: 'meta-callback',
      partner: 'meta',
      status: 'manual',
      message: 'The token may not change the app.',
      instructions: [{ label: 'Callback URL', value: 'https://portal.example/x', copyable: true }],
    }
    server.use(
      http.get('/api/onboarding/webhooks', () => success(webhooks())),
      http.post('/api/onboarding/webhooks/deploy', () =>
        events(
          ['step', { ...manual, status: 'running', message: 'Setting…', instructions: [] }],
          ['step', manual],
          ['finished', { steps: [manual], webhookUrls: webhooks().webhookUrls }],
        ),
      ),
    )
    const { user } = show('/onboarding/deployment', [1, 2, 3, 4])

    await user.click(await screen.findByRole('button', { name: 'Deploy webhooks' }))

    const steps = await screen.findByRole('list', { name: 'Steps of the deployment' })
    expect(await within(steps).findByText('To be done by hand')).toBeInTheDocument()
    await user.click(within(steps).getByRole('button', { name: /Copy Callback URL/ }))
    expect(await navigator.clipboard.readText()).toBe('https://portal.example/x')
  })

  it('finds the first signed message by itself', async () => {
    let reads = 0
    server.use(
      http.get('/api/onboarding/webhooks', () => {
        reads++
        const firstSignedAt = reads > 1 ? NOW : null
        return success(webhooks({ meta: { deployed: true, firstHandshakeAt: NOW, firstSignedAt } }))
      }),
    )

    show('/onboarding/deployment', [1, 2, 3, 4, 5])

    const row = (await screen.findByText('First signed message from Meta')).closest('li')
    expect(row).toHaveTextContent('Waiting')
    await waitFor(() => expect(row).toHaveTextContent('Arrived'), { timeout: 6_000 })
  })

  it('tells that somebody changed an address at a partner', async () => {
    const drift = {
      partner: 'meta',
      what: 'Callback URL',
      expected: 'https://portal.example/webhook/meta/t-1',
      found: 'https://other.example/hook',
      foundAt: NOW,
    }
    server.use(http.get('/api/onboarding/webhooks', () => success(webhooks({ drift: [drift] }))))

    show('/onboarding/deployment', [1, 2, 3, 4, 5])

    expect(await screen.findByText('Somebody changed the addresses at a partner')).toBeVisible()
    expect(screen.getByText('https://other.example/hook')).toBeVisible()
  })

  it('lists what is in the way of completion', async () => {
    server.use(
      http.get('/api/onboarding/webhooks', () => success(webhooks())),
      http.post('/api/onboarding/complete', () =>
        refusal(409, 'ONBOARDING_INCOMPLETE', {
          failing: [{ id: 'whatsapp.expiry', group: 'whatsapp', message: 'Ends tomorrow.' }],
        }),
      ),
    )
    const { user } = show('/onboarding/deployment', [1, 2, 3, 4, 5])

    await user.click(await screen.findByRole('button', { name: 'Finish set-up' }))

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Token is valid for long enough: Ends tomorrow.',
    )
  })

  it('asks once more before it is undone', async () => {
    const calls: string[] = []
    const state = webhooks({
      genesys: { deployed: true, integrationId: 'i-1', firstSignedAt: null },
    })
    server.use(
      http.get('/api/onboarding/webhooks', () => success(state)),
      http.delete('/api/onboarding/webhooks', ({ request }) => {
        calls.push(request.headers.get('X-XSRF-TOKEN') ?? '')
        return success({ steps: [], webhookUrls: state.webhookUrls })
      }),
    )
    const { user } = show('/onboarding/deployment', [1, 2, 3, 4, 5])
    await user.click(await screen.findByRole('button', { name: 'Undo deployment' }))
    expect(calls).toEqual([])

    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Undo deployment' }))

    await waitFor(() => expect(calls).toEqual(['token']))
  })
})

it('a set-up that cannot be read says so and can be tried again', async () => {
  server.use(http.get('/api/onboarding/progress', () => HttpResponse.error()))
  renderPage(<OnboardingWizard />)

  expect(await screen.findByText('The set-up could not be loaded')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible()
})
