import { screen } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import { sampleMetrics } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import type { TokenStatus } from '@/types/analytics'
import { Notifications } from './Notifications'

const HEALTHY = {
  expiresAt: null,
  daysRemaining: 200,
  status: 'healthy',
  neverExpires: false,
} as const

function serveTokens(tokenStatus: TokenStatus) {
  server.use(
    http.get('/api/analytics/dashboard', () => success({ ...sampleMetrics(), tokenStatus })),
  )
}

describe('Notifications', () => {
  it('say that nothing needs attention when that is known', async () => {
    serveTokens({ whatsappToken: HEALTHY, genesysToken: HEALTHY })
    const { user } = renderPage(<Notifications />)

    await user.click(screen.getByRole('button', { name: 'Notifications' }))

    expect(await screen.findByText('Nothing needs attention.')).toBeVisible()
  })

  it('claim nothing while nothing is known', async () => {
    server.use(http.get('/api/analytics/dashboard', () => failure(500, 'INTERNAL_ERROR')))
    const { user } = renderPage(<Notifications />)

    await user.click(screen.getByRole('button', { name: 'Notifications' }))

    expect(await screen.findByText('Not known yet.')).toBeVisible()
  })

  it('count and name credentials that end within a week, have ended or are missing', async () => {
    serveTokens({
      whatsappToken: { ...HEALTHY, daysRemaining: 5, status: 'critical' },
      genesysToken: null,
    })
    const { user } = renderPage(<Notifications />)

    await user.click(await screen.findByRole('button', { name: 'Notifications: 2 need attention' }))

    expect(
      screen.getAllByRole('listitem').map((item) => item.querySelector('p')?.textContent),
    ).toEqual(['Genesys credential is not set up', 'WhatsApp token ends in 5 days'])
  })
})
