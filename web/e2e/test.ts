import { test as base, expect, type Page } from '@playwright/test'
import { Sandbox } from './sandbox'

interface Fixtures {
  sandbox: Sandbox
  /** Signs the administrator of Northwind in, and is on the dashboard then. */
  signIn: (page: Page) => Promise<void>
}

export const test = base.extend<Fixtures>({
  sandbox: async ({ request }, use) => {
    await use(new Sandbox(request))
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a pattern even where nothing is needed
  signIn: async ({}, use) => {
    await use(async (page) => {
      await page.goto('/login')
      await passGenesysLogin(page)
      await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
    })
  },
})

/** From the console's login page through Genesys' to whatever comes after. */
export async function passGenesysLogin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue with Genesys Cloud' }).click()
  await page.getByLabel('E-mail').fill('admin@northwind.example')
  await page.getByLabel('Password').fill('sandbox')
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export { expect }
