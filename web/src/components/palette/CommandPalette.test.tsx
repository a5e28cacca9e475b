import { screen } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import { sampleConversation, samplePage } from '@/test/samples'
import { server, success } from '@/test/server'
import { CommandPalette } from './CommandPalette'

describe('CommandPalette', () => {
  it('goes to a page by a part of its name', async () => {
    const { user, address } = renderPage(<CommandPalette />)

    server.use(http.get('/api/conversations', () => success(samplePage([]))))
    await user.type(screen.getByRole('combobox', { name: 'Go to' }), 'conv{Enter}')

    expect(address.current).toBe('/conversations')
  })

  it('finds a conversation and opens it', async () => {
    server.use(http.get('/api/conversations', () => success(samplePage([sampleConversation()]))))
    const { user, address } = renderPage(<CommandPalette />)

    await user.type(screen.getByRole('combobox', { name: 'Go to' }), 'lucía')
    await user.click(await screen.findByRole('option', { name: /Lucía Prieto/ }))

    expect(address.current).toBe('/conversations?conversation=c-1')
  })

  it('moves through the choices by arrow keys, around the end', async () => {
    const { user } = renderPage(<CommandPalette />)
    const field = screen.getByRole('combobox', { name: 'Go to' })

    await user.type(field, '{ArrowDown}')
    expect(screen.getByRole('option', { name: /Conversations/ })).toHaveAttribute(
      'aria-selected',
      'true',
    )

    await user.type(field, '{ArrowUp}{ArrowUp}')
    expect(screen.getAllByRole('option').at(-1)).toHaveAttribute('aria-selected', 'true')
  })

  it('runs an action found by a part of its name', async () => {
    server.use(http.get('/api/conversations', () => success(samplePage([]))))
    const { user } = renderPage(<CommandPalette />)

    await user.type(screen.getByRole('combobox', { name: 'Go to' }), 'theme: dark{Enter}')

    expect(document.documentElement).toHaveAttribute('data-theme', 'dark')
  })

  it('says so when there is nothing', async () => {
    server.use(http.get('/api/conversations', () => success(samplePage([]))))
    const { user } = renderPage(<CommandPalette />)

    await user.type(screen.getByRole('combobox', { name: 'Go to' }), 'zzz')

    expect(await screen.findByText('Nothing found')).toBeVisible()
  })
})
