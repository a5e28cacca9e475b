import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { savePreferences, usePreferences } from '@/lib/preferences'
import { renderPage } from '@/test/renderPage'
import { PAGES, pageAt } from './navigation'
import { Sidebar } from './Sidebar'

afterEach(() => savePreferences({ navigationCollapsed: false }))

function Collapsible() {
  const isCollapsed = usePreferences(({ navigationCollapsed }) => navigationCollapsed)
  return <Sidebar isCollapsed={isCollapsed} />
}

describe('the side navigation', () => {
  it('marks the page one is on, in words for screen readers as well', () => {
    renderPage(<Sidebar />, { path: '/conversations' })

    expect(screen.getByRole('link', { current: 'page' })).toHaveAccessibleName('Conversations')
  })

  it('keeps the names of its links when it is collapsed, and opens again', async () => {
    const { user } = renderPage(<Collapsible />)

    await user.click(screen.getByRole('button', { name: 'Collapse navigation' }))
    expect(screen.getByRole('link', { name: 'Conversations' })).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Expand navigation' }))

    expect(screen.getByText('Conversations')).toBeVisible()
  })

  it('tells what is known of the organisation', async () => {
    const { user } = renderPage(<Sidebar />)

    await user.click(screen.getByRole('button', { name: 'Organisation Fabrikam' }))

    expect(screen.getByRole('dialog', { name: 'Your organisation' })).toHaveTextContent(
      'Europe/Madrid',
    )
  })
})

describe('the pages', () => {
  it('have a shortcut of their own each', () => {
    expect(new Set(PAGES.map(({ shortcut }) => shortcut)).size).toBe(PAGES.length)
  })

  it('own the addresses below theirs, and not those that only begin alike', () => {
    expect(pageAt('/conversations/c-1')?.path).toBe('/conversations')
    expect(pageAt('/conversationsx')).toBeUndefined()
    expect(pageAt('/')?.path).toBe('/dashboard')
  })
})
