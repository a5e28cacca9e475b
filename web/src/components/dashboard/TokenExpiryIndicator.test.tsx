import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { TokenInfo } from '@/types/analytics'
import { TokenBanners, TokenExpiryIndicator } from './TokenExpiryIndicator'

function token(
  daysRemaining: number,
  status: TokenInfo['status'],
  neverExpires = false,
): TokenInfo {
  return { expiresAt: '2026-06-01T00:00:00Z', daysRemaining, status, neverExpires }
}

describe('TokenExpiryIndicator', () => {
  it.each([
    [token(31, 'healthy'), '31 days left', 'Healthy'],
    [token(30, 'warning'), '30 days left', 'Expires soon'],
    [token(6, 'critical'), '6 days left', 'Critical'],
    [token(-2, 'critical'), '2 days ago', 'Expired'],
    [token(26_000, 'healthy', true), 'Does not expire', 'Healthy'],
  ])('tells how a credential is doing (%#)', (whatsappToken, time, status) => {
    render(<TokenExpiryIndicator tokens={{ whatsappToken, genesysToken: null }} />)

    expect(screen.getByText(time)).toBeVisible()
    expect(screen.getByText(status)).toBeVisible()
    expect(screen.getByText('Not set up')).toBeVisible()
  })
})

describe('the banner', () => {
  it.each([8, 30])('stays away with %d days left', (days) => {
    render(<TokenBanners tokens={{ whatsappToken: token(days, 'warning'), genesysToken: null }} />)

    expect(screen.queryByRole('status')).not.toBeInTheDocument()
  })

  it('warns from seven days on', () => {
    render(<TokenBanners tokens={{ whatsappToken: token(7, 'warning'), genesysToken: null }} />)

    expect(screen.getByRole('status')).toHaveTextContent('WhatsApp token ends in 7 days')
  })

  it('alarms when the credential has expired', () => {
    render(<TokenBanners tokens={{ whatsappToken: null, genesysToken: token(-1, 'critical') }} />)

    expect(screen.getByRole('alert')).toHaveTextContent('Genesys credential has expired')
  })

  it('never speaks of a credential that does not expire', () => {
    render(
      <TokenBanners tokens={{ whatsappToken: token(0, 'healthy', true), genesysToken: null }} />,
    )

    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
  })
})
