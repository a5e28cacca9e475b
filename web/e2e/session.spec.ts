import { expect, passGenesysLogin, test } from './test'

test('a deep link survives the login', async ({ page }) => {
  await page.goto('/conversations?status=error')

  await expect(page).toHaveURL(/\/login\?returnTo=/)
  await passGenesysLogin(page)

  await expect(page).toHaveURL(/\/conversations\?status=error$/)
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('error')
})

test('a session survives a reload and leaves no token in the browser’s storage', async ({
  page,
  signIn,
}) => {
  await signIn(page)

  await page.reload()

  await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  const stored = await page.evaluate(() => ({ ...localStorage, ...sessionStorage }))
  expect(Object.keys(stored).filter((key) => key !== 'agent-portal.preferences')).toEqual([])
})

test('signing out ends the session in every tab', async ({ page, context, signIn }) => {
  await signIn(page)
  const other = await context.newPage()
  await other.goto('/conversations')
  await expect(other.getByRole('heading', { name: 'Conversations', level: 1 })).toBeVisible()

  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()

  await expect(page.getByText('You are signed out.')).toBeVisible()
  await expect(other.getByText('You are signed out.')).toBeVisible()
  await page.goto('/dashboard')
  await expect(page).toHaveURL(/\/login/)
})

test('a session that is gone leads to the login and back', async ({ page, context, signIn }) => {
  await signIn(page)
  await context.clearCookies({ name: 'AGENT_PORTAL_SESSION' })

  await page.getByRole('link', { name: 'Conversations', exact: true }).click()

  await expect(page.getByText(/Your session ended/)).toBeVisible()
  // Genesys still knows the person, and asks nothing.
  await page.getByRole('button', { name: 'Continue with Genesys Cloud' }).click()
  await expect(page.getByRole('heading', { name: 'Conversations', level: 1 })).toBeVisible()
})

test('a login that is cancelled at Genesys is explained', async ({ page }) => {
  await page.goto('/login')
  await page.getByRole('button', { name: 'Continue with Genesys Cloud' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()

  await expect(page.getByRole('alert')).toContainText('it was cancelled there')
  await page.getByRole('button', { name: 'Back to sign-in' }).click()
  await expect(page).toHaveURL(/\/login$/)
})
