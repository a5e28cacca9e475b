import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Inbox } from 'lucide-react'
import { describe, expect, it } from 'vitest'
import { KPICard } from './KPICard'

const card = { title: 'Failed deliveries', icon: Inbox, definition: 'What could not be delivered.' }

describe('KPICard', () => {
  it('says a trend in words and judges it by its polarity', () => {
    const { rerender } = render(<KPICard {...card} value="3" trend="up" polarity="negative" />)
    expect(screen.getByText('Rising')).toHaveClass('text-error-ink')

    rerender(<KPICard {...card} value="3" trend="up" polarity="positive" />)
    expect(screen.getByText('Rising')).toHaveClass('text-success-ink')

    rerender(<KPICard {...card} value="3" trend="stable" polarity="negative" />)
    expect(screen.getByText('Steady')).not.toHaveClass('text-error-ink', { exact: false })
  })

  it('explains what is counted, by keyboard as well', async () => {
    render(<KPICard {...card} value="3" />)

    await userEvent.tab()

    expect(screen.getByRole('button', { name: 'What “Failed deliveries” means' })).toHaveFocus()
    expect(await screen.findByRole('tooltip')).toHaveTextContent('What could not be delivered.')
  })
})
