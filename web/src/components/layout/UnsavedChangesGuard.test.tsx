import { screen } from '@testing-library/react'
import { useState } from 'react'
import { Link } from 'react-router'
import { describe, expect, it } from 'vitest'
import { Input } from '@/components/ui/Input'
import { renderPage } from '@/test/renderPage'
import { UnsavedChangesGuard } from './UnsavedChangesGuard'

function Form() {
  const [text, setText] = useState('')
  return (
    <>
      <Input
        id="name"
        label="Name"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <UnsavedChangesGuard isDirty={text !== ''} />
      <Link to="/dashboard">Dashboard</Link>
      <Link to="/settings?tab=secrets">Secrets</Link>
    </>
  )
}

describe('UnsavedChangesGuard', () => {
  it('asks before a link throws away what was typed, and stays if told so', async () => {
    const { user, address } = renderPage(<Form />, { path: '/settings' })
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'North')

    await user.click(screen.getByRole('link', { name: 'Dashboard' }))
    expect(screen.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))

    expect(address.current).toBe('/settings')
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('North')
  })

  it('leaves when told so', async () => {
    const { user, address } = renderPage(<Form />, { path: '/settings' })
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'North')
    await user.click(screen.getByRole('link', { name: 'Dashboard' }))

    await user.click(screen.getByRole('button', { name: 'Leave' }))

    expect(address.current).toBe('/dashboard')
  })

  it('asks nothing while nothing was changed, or the page stays', async () => {
    const { user, address } = renderPage(<Form />, { path: '/settings' })
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'North')
    await user.click(screen.getByRole('link', { name: 'Secrets' }))
    expect(address.current).toBe('/settings?tab=secrets')

    await user.clear(screen.getByRole('textbox', { name: 'Name' }))
    await user.click(screen.getByRole('link', { name: 'Dashboard' }))

    expect(address.current).toBe('/dashboard')
  })
})
