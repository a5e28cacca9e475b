import { screen } from '@testing-library/react'
import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import Gallery from './Gallery'

/** What only a browser that paints can judge; browser tests do. */
const PAINTED = { rules: { 'color-contrast': { enabled: false } } }

async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, PAINTED)
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)
}

describe('the gallery', () => {
  it('shows every part, and axe has no objection to any', async () => {
    renderPage(<Gallery />)
    expect(screen.getByRole('heading', { name: 'Gallery' })).toBeVisible()

    expect(await violations()).toEqual([])
  })

  it.each([
    ['modal', 'Modal'],
    ['confirm', 'Remove this organisation?'],
    ['drawer', 'Drawer'],
  ])('opens the %s, and axe has no objection', async (button, title) => {
    const { user } = renderPage(<Gallery />)

    await user.click(screen.getByRole('button', { name: button }))

    expect(screen.getByRole('dialog', { name: title })).toBeVisible()
    expect(await violations()).toEqual([])
  })
})
