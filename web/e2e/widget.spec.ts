import type { Frame, Page } from '@playwright/test'
import { newCustomer } from './sandbox'
import { expect, test } from './test'

async function openWidget(page: Page, name: string): Promise<Frame> {
  await page.getByRole('link', { name: 'Conversations', exact: true }).click()
  await page.getByRole('button', { name }).click()
  const drawer = page.getByRole('dialog', { name })
  await expect(drawer.frameLocator('iframe').getByRole('log')).toBeVisible()
  const frame = await (await drawer.locator('iframe').elementHandle())?.contentFrame()
  if (!frame) throw new Error('the drawer has no frame')
  return frame
}

test('the detail drawer shows the widget', async ({ page, sandbox, signIn }) => {
  const customer = newCustomer()
  await sandbox.customerWrites(customer, 'Is anybody there?')
  await signIn(page)

  const frame = await openWidget(page, customer.name)

  expect(new URL(frame.url()).pathname).toBe('/widget')
  await expect(frame.getByRole('log')).toContainText('Is anybody there?')
})

test('the widget cannot read cookies, storage or page of the portal', async ({
  page,
  sandbox,
  signIn,
}) => {
  const customer = newCustomer()
  await sandbox.customerWrites(customer, 'Hello')
  await signIn(page)
  await page.evaluate(() => localStorage.setItem('secret', 'of the portal'))

  const frame = await openWidget(page, customer.name)
  const attempts = await frame.evaluate(async () => {
    const attempt = async (what: () => unknown) => {
      try {
        return `got ${String(await what())}`
      } catch (error) {
        return error instanceof Error ? error.name : String(error)
      }
    }
    return {
      origin: self.origin,
      cookies: await attempt(() => document.cookie),
      localStorage: await attempt(() => localStorage.getItem('secret')),
      sessionStorage: await attempt(() => sessionStorage.length),
      databases: await attempt(() => indexedDB.open('any').readyState),
      page: await attempt(() => window.parent.document.title),
      address: await attempt(() => window.parent.location.href),
      session: await attempt(async () => {
        const answer = await fetch('/api/auth/session', { credentials: 'include' })
        return answer.status
      }),
    }
  })

  expect(attempts).toEqual({
    origin: 'null',
    cookies: 'SecurityError',
    localStorage: 'SecurityError',
    sessionStorage: 'SecurityError',
    databases: 'SecurityError',
    page: 'SecurityError',
    address: 'SecurityError',
    session: 'TypeError',
  })
})

test('the widget stands alone with a token in its address', async ({ page, sandbox, signIn }) => {
  const customer = newCustomer()
  await sandbox.customerWrites(customer, 'Seen from elsewhere')
  await signIn(page)
  const frame = await openWidget(page, customer.name)
  const id = new URL(frame.url()).searchParams.get('convId') ?? ''
  const token: string = await page.evaluate(async (convId) => {
    const answer = await fetch(`/api/widget/token?convId=${convId}&mode=standalone`)
    return (await answer.json()).data.token
  }, id)

  await page.context().clearCookies()
  await page.goto(`/widget?convId=${id}&mode=standalone#token=${token}`)

  await expect(page.getByRole('log')).toContainText('Seen from elsewhere')
  expect(await page.evaluate(() => self.origin)).toBe('null')
})
