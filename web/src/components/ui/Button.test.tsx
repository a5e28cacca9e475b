import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Button } from './Button'

describe('Button', () => {
  it('does not submit a form unless it is told to', () => {
    render(<Button>Search</Button>)

    expect(screen.getByRole('button', { name: 'Search' })).toHaveAttribute('type', 'button')
  })

  it('keeps its name and refuses presses while it is loading', async () => {
    const presses: string[] = []
    render(
      <Button isLoading onClick={() => presses.push('pressed')}>
        Save
      </Button>,
    )

    await userEvent.click(screen.getByRole('button', { name: 'Save' }))

    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    expect(presses).toEqual([])
  })
})
