import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { newCustomer } from './sandbox'
import { expect, test } from './test'

const WIDTHS = [390, 1024, 1600]
const THEMES = ['light', 'dark'] as const

/** Nothing that axe objects to, nothing wider than the window. */
async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`),
  ).toEqual([])
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
}

/** Collects what the content security policy refused. */
function watchPolicy(page: Page): string[] {
  const refusals: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refusals.push(message.text())
  })
  return refusals
}

for (const colorScheme of THEMES) {
  for (const width of WIDTHS) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({
        colorScheme,
        viewport: { width, height: 900 },
        contextOptions: { reducedMotion: 'reduce' },
      })

      test('the login page is accessible', async ({ page }) => {
        const refusals = watchPolicy(page)
        await page.goto('/login')
        await expect(page.getByRole('combobox', { name: 'Genesys Cloud region' })).toBeVisible()

        await expectSound(page)
        expect(refusals).toEqual([])
      })

      test('every page of the console is accessible', async ({ page, sandbox, signIn }) => {
        const refusals = watchPolicy(page)
        const customer = newCustomer()
        await sandbox.customerWrites(customer, 'Good morning')
        await signIn(page)
        await expect(
          page.getByRole('region', { name: 'Messages' }).getByRole('paragraph'),
        ).toBeVisible()
        await expectSound(page)

        await page.goto('/conversations')
        await expect(page.getByRole('button', { name: customer.name })).toBeVisible()
        await expectSound(page)

        await page.getByRole('button', { name: customer.name }).click()
        await expect(page.frameLocator('iframe').getByRole('log')).toContainText('Good morning')
        await expectSound(page)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('button', { name: customer.name })).toBeFocused()

        for (const path of ['/access-denied', '/no-such-page']) {
          await page.goto(path)
          await expect(page.getByRole('link', { name: 'Go to the dashboard' })).toBeVisible()
          await expectSound(page)
        }
        expect(refusals).toEqual([])
      })

      test('what opens over a page is accessible', async ({ page, signIn }) => {
        await signIn(page)

        await page.keyboard.press('Control+k')
        await expect(page.getByRole('combobox', { name: 'Go to' })).toBeFocused()
        await expectSound(page)
        await page.keyboard.press('Escape')

        await page.keyboard.press('?')
        await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
        await expectSound(page)
        await page.keyboard.press('Escape')

        await page.getByRole('button', { name: /^Account of/ }).click()
        await expect(page.getByRole('menu')).toBeVisible()
        await expectSound(page)
      })
    })
  }
}
