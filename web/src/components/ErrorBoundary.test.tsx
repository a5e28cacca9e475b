import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ChunkLoadError } from '@/lib/lazyPage'
import { ErrorBoundary } from './ErrorBoundary'

function Failing({ error }: { error: Error }): never {
  throw error
}

// React and the boundary write the failure down; the test's output stays readable without.
const { error: writeError } = console
beforeEach(() => void Object.assign(console, { error: () => undefined }))
afterEach(() => void Object.assign(console, { error: writeError }))

describe('ErrorBoundary', () => {
  it('gives an id to copy, and no stack beyond development', async () => {
    const user = userEvent.setup()
    render(
      <ErrorBoundary>
        <Failing error={new Error('broken')} />
      </ErrorBoundary>,
    )
    const id = screen.getByRole('alert').querySelector('code')?.textContent

    await user.click(screen.getByRole('button', { name: 'Copy' }))

    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible()
    expect(await navigator.clipboard.readText()).toBe(id)
  })

  it('gives the next page a chance of its own', () => {
    const { rerender } = render(
      <ErrorBoundary resetKey="/dashboard">
        <Failing error={new Error('broken')} />
      </ErrorBoundary>,
    )

    rerender(<ErrorBoundary resetKey="/conversations">All well</ErrorBoundary>)

    expect(screen.getByText('All well')).toBeVisible()
  })

  it('explains that a newer version was installed when code is gone', () => {
    render(
      <ErrorBoundary>
        <Failing error={new ChunkLoadError('gone')} />
      </ErrorBoundary>,
    )

    expect(screen.getByRole('heading', { name: 'A new version is ready' })).toBeVisible()
  })
})
