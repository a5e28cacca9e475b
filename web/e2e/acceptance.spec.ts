import { newCustomer } from './sandbox'
import { expect, passGenesysLogin, test } from './test'

// Each test bears the wording of its line in the specification's acceptance criteria (section 15).
// docs/acceptance.md lists all lines with what proves them.

test.describe('Authentication', () => {
  test('Genesys SSO login works with PKCE', async ({ page }) => {
    const asked = page.waitForRequest((request) => request.url().includes('/oauth/authorize'))
    await page.goto('/login')
    await passGenesysLogin(page)

    const query = new URL((await asked).url()).searchParams
    expect(query.get('code_challenge_method')).toBe('S256')
    expect(query.get('code_challenge')).toMatch(/^[\w-]{43}$/)
    await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  })

  test('Session persists across page refresh', async ({ page, signIn }) => {
    await signIn(page)

    await page.reload()

    await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
    await expect(page).toHaveURL(/\/dashboard|\/$/)
  })

  test('Logout clears all session data', async ({ page, context, signIn }) => {
    await signIn(page)

    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
    await expect(page.getByText('You are signed out.')).toBeVisible()

    const cookies = (await context.cookies()).filter(({ name }) => name === 'AGENT_PORTAL_SESSION')
    expect(cookies.filter(({ value }) => value !== '')).toEqual([])
    expect(await page.evaluate(() => Object.keys(sessionStorage))).toEqual([])
    expect((await page.request.get('/api/auth/session')).status()).toBe(401)
  })

  test('Expired sessions redirect to login', async ({ page, context, signIn }) => {
    await signIn(page)
    await context.clearCookies({ name: 'AGENT_PORTAL_SESSION' })

    await page.goto('/conversations')

    await expect(page).toHaveURL(/\/login\?returnTo=%2Fconversations/)
  })
})

test.describe('Dashboard', () => {
  test('KPI cards show accurate metrics', async ({ page, sandbox, signIn }) => {
    await sandbox.quiet()
    await signIn(page)
    const figure = page.getByRole('region', { name: 'Messages' }).getByRole('paragraph')
    await expect(figure).toHaveText(/^[\d,.]+$/)
    const counted = async () =>
      (await (await page.request.get('/api/analytics/dashboard')).json()).data.kpis.totalMessages
    await expect.poll(async () => (await counted()).today).toBe(await numberIn(figure))
    const before = await numberIn(figure)

    await sandbox.customerWrites(newCustomer(), 'One more')

    await expect.poll(() => numberIn(figure)).toBe(before + 1)
    expect((await counted()).today).toBe(before + 1)
  })

  test('Charts update every 30 seconds', async ({ page, signIn }) => {
    await page.route('**/api/events', (route) => route.abort())
    await page.clock.install()
    await signIn(page)
    await expect(page.getByText('Every 30 s').first()).toBeAttached()

    const renewed = page.waitForRequest((request) => request.url().endsWith('/analytics/dashboard'))
    await page.clock.fastForward(31_000)

    await renewed
  })
})

test.describe('Conversations', () => {
  test('Table loads with pagination', async ({ page, sandbox, signIn }) => {
    await sandbox.customerWrites(newCustomer(), 'Hello')
    await signIn(page)
    await page.goto('/conversations')
    const table = page.getByRole('table', { name: 'Conversations' })
    await expect(table.getByRole('row').nth(1)).toBeVisible()

    expect(await table.getByRole('row').count()).toBeLessThanOrEqual(26)
    await expect(page.getByText(/^1–\d+ of \d+$/)).toBeVisible()
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible()
  })

  test('Search filters work correctly', async ({ page, sandbox, signIn }) => {
    const customer = newCustomer()
    await sandbox.customerWrites(customer, 'Do you open on Saturday?')
    await signIn(page)
    await page.goto('/conversations')
    const search = page.getByRole('searchbox', { name: 'Search conversations' })

    for (const text of [customer.name, customer.number.slice(0, 12)]) {
      await search.fill(text)
      await expect(page.getByRole('button', { name: customer.name })).toBeVisible()
    }
    await expect(page.getByText('1–1 of 1')).toBeVisible()

    await page.getByRole('combobox', { name: 'Status' }).selectOption('closed')
    await expect(page.getByText('Nothing matches these filters')).toBeVisible()
    await expect(page).toHaveURL(/search=.*status=closed|status=closed.*search=/)
  })

  test('Detail drawer shows widget', async ({ page, sandbox, signIn }) => {
    const customer = newCustomer()
    await sandbox.customerWrites(customer, 'Is it still there?')
    await signIn(page)
    await page.goto('/conversations')

    await page.getByRole('button', { name: customer.name }).click()

    const drawer = page.getByRole('dialog', { name: customer.name })
    await expect(
      drawer.getByRole('heading', { name: 'Conversation Widget (Read-Only)' }),
    ).toBeVisible()
    await expect(drawer.frameLocator('iframe').getByRole('log')).toContainText('Is it still there?')
  })
})

test.describe('Security', () => {
  test('No tokens in localStorage', async ({ page, signIn }) => {
    await signIn(page)
    await page.goto('/conversations')
    await expect(page.getByRole('heading', { name: 'Conversations', level: 1 })).toBeVisible()

    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))

    expect(stored).not.toMatch(/token|secret|verifier|session/i)
    expect(await page.evaluate(() => document.cookie)).not.toContain('AGENT_PORTAL_SESSION')
  })

  test('CSP headers prevent XSS', async ({ page }) => {
    const refused: string[] = []
    page.on('console', (message) => refused.push(message.text()))
    const answer = await page.goto('/login')
    expect(answer?.headers()['content-security-policy']).toContain("script-src 'self';")

    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.hasRun = true'
      document.body.append(script)
      const image = document.createElement('div')
      image.innerHTML = '<img src="/nothing" onerror="window.hasRun = true">'
      document.body.append(image)
      return 'hasRun' in window
    })

    expect(ran).toBe(false)
    await expect
      .poll(() => refused.filter((text) => text.includes('Content Security Policy')).length)
      .toBeGreaterThan(0)
    expect(await page.evaluate(() => 'hasRun' in window)).toBe(false)
  })

  test('Input sanitization works', async ({ page, sandbox, signIn }) => {
    const customer = newCustomer()
    const attack = '<img src=x onerror="window.hasRun = true"><b>bold</b>'
    await sandbox.customerWrites(customer, attack)
    await signIn(page)
    await page.goto('/conversations')

    await page
      .getByRole('searchbox', { name: 'Search conversations' })
      .fill(`  ${customer.name} \t`)
    await page.getByRole('button', { name: customer.name }).click()

    await expect(page.frameLocator('iframe').getByRole('log')).toContainText(attack)
    expect(await page.evaluate(() => 'hasRun' in window)).toBe(false)
  })
})

async function numberIn(figure: { textContent: () => Promise<string | null> }): Promise<number> {
  return Number((await figure.textContent())?.replaceAll(/\D/g, ''))
}
