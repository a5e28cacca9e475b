import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ConfirmDialog } from './ConfirmDialog'

function open(phrase?: string) {
  const calls: string[] = []
  render(
    <ConfirmDialog
      isOpen
      title="Remove this organisation?"
      description="This cannot be undone."
      confirmLabel="Remove"
      isDangerous
      onClose={() => calls.push('closed')}
      onConfirm={() => calls.push('confirmed')}
      {...(phrase === undefined ? {} : { phrase })}
    />,
  )
  return calls
}

describe('ConfirmDialog', () => {
  it('does nothing but close when one thinks better of it', async () => {
    const calls = open()

    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))

    expect(calls).toEqual(['closed'])
  })

  it('wants the phrase typed before what cannot be undone', async () => {
    const calls = open('northwind')
    expect(screen.getByRole('button', { name: 'Remove' })).toBeDisabled()

    await userEvent.type(screen.getByRole('textbox', { name: /northwind/ }), 'northwind{Enter}')

    expect(calls).toEqual(['confirmed'])
  })
})
