import type { Page } from '@playwright/test'
import { newCustomer } from './sandbox'
import { expect, test } from './test'

const LANGUAGES = ['de', 'es', 'pt', 'en']

/** Phone; a 1280-pixel window at 200 % and 400 % (WCAG 1.4.4 and 1.4.10). */
const WIDTHS = [390, 640, 320]

async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript(
    (saved) => localStorage.setItem('agent-portal.preferences', saved),
    JSON.stringify({ language, theme: 'dark' }),
  )
}

/** Nothing is wider than the window, and nothing is shown by the key of a missing text. */
async function expectFits(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(wide, `${page.url()} is wider than the window`).toBe(0)
  const text = await page.locator('body').innerText()
  expect(text.split('\n').filter((line) => /^[a-z]+(\.[a-zA-Z]+)+$/.test(line.trim()))).toEqual([])
}

for (const width of WIDTHS) {
  test(`nothing overflows at ${width} pixels in any language, dark`, async ({
    page,
    sandbox,
    signIn,
  }) => {
    test.setTimeout(180_000)
    await page.setViewportSize({ width, height: 844 })
    const customer = newCustomer()
    await sandbox.customerWrites(
      customer,
      'https://example.com/a-very-long-address-without-any-place-to-break-it/0123456789/0123456789',
    )
    await signIn(page)
    for (const language of LANGUAGES) {
      await speak(page, language)
      await page.goto('/dashboard')
      await page.getByRole('button').first().click()
      const links = page.getByRole('dialog').getByRole('link')
      await expect(links.first()).toBeVisible()
      await expectFits(page)
      const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))
      expect(paths.length).toBeGreaterThan(1)
      for (const path of paths) {
        await page.goto(path ?? '/')
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
        await expectFits(page)
      }
      await page.goto(`/conversations?search=${customer.number}`)
      await page.getByRole('button', { name: customer.name }).click()
      await expect(page.frameLocator('iframe').getByRole('log')).toContainText('example.com')
      await expectFits(page)
    }
  })
}
