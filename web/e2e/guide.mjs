// The pictures of docs/guide, drawn from programs that are up already: the portal at PORTAL_URL with its
// sandbox at SANDBOX_URL. Written to the folder PICTURES.
import { mkdirSync } from 'node:fs'
import { chromium } from '@playwright/test'

const portal = process.env.PORTAL_URL ?? 'http://localhost:3000'
const sandbox = process.env.SANDBOX_URL ?? 'http://localhost:3100'
const folder = process.env.PICTURES ?? 'pictures'
const DESK = { viewport: { width: 1280, height: 800 } }
const PHONE = { viewport: { width: 390, height: 780 }, colorScheme: 'dark', locale: 'de-DE' }

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
})
try {
  await tellAStory()
  await draw('en', DESK, atTheDesk)
  await draw('de', PHONE, onThePhone)
} finally {
  await browser.close()
}

/** A customer and an agent who write to each other, so that the pictures show one conversation whole. */
async function tellAStory() {
  const customer = { org: 'northwind', from: '4915112340001', name: 'Marta Seidel' }
  await post('/sandbox/customer/messages', { ...customer, text: 'Is my order 4711 on its way?' })
  await until(async () => (await inGenesys(customer.from)).length > 0)
  const contact = `+${customer.from}`
  await post('/sandbox/agent/messages', {
    org: 'northwind',
    contact,
    text: 'It arrives tomorrow before noon.',
  })
  await post('/sandbox/customer/messages', { ...customer, text: 'Wonderful, thank you!' })
}

async function post(path, body) {
  const answer = await fetch(sandbox + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
}

async function inGenesys(number) {
  const answer = await fetch(
    `${sandbox}/sandbox/genesys/messages?org=northwind&contact=%2B${number}`,
  )
  return answer.json()
}

async function until(isSo) {
  const end = Date.now() + 30_000
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('nothing came of it within 30 s')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

async function draw(language, look, story) {
  const context = await browser.newContext({
    ...look,
    reducedMotion: 'reduce',
    timezoneId: 'Europe/Madrid',
  })
  await context.addInitScript((saved) => {
    if (localStorage.getItem('agent-portal.preferences') === null) {
      localStorage.setItem('agent-portal.preferences', saved)
    }
  }, JSON.stringify({ language }))
  const page = await context.newPage()
  await story(page, async (name) => {
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: `${folder}/${name}.png` })
  })
  await context.close()
}

async function signIn(page) {
  await page.locator('button[type=submit]').click()
  await page.getByLabel('E-mail').fill('admin@northwind.example')
  await page.getByLabel('Password').fill('sandbox')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function atTheDesk(page, picture) {
  await page.goto(`${portal}/login`)
  await page.getByRole('combobox', { name: 'Genesys Cloud region' }).waitFor()
  await picture('login')
  await signIn(page)
  await page.getByText('Does not expire').first().waitFor()
  await picture('dashboard')
  await page.goto(`${portal}/conversations`)
  await page.getByRole('button', { name: 'Marta Seidel' }).waitFor()
  await picture('conversations')
  await page.getByRole('button', { name: 'Marta Seidel' }).click()
  await page.frameLocator('iframe').getByRole('log').getByText('Wonderful, thank you!').waitFor()
  await picture('conversation')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Go to' }).fill('mar')
  await page.getByRole('option', { name: /Marta Seidel/ }).waitFor()
  await picture('palette')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Account of/ }).click()
  await page.getByRole('menu').waitFor()
  await picture('account')
}

async function onThePhone(page, picture) {
  await page.goto(`${portal}/login`)
  await signIn(page)
  await page.goto(`${portal}/conversations`)
  await page.getByRole('button', { name: 'Marta Seidel' }).waitFor()
  await picture('phone')
}
