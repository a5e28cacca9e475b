import { newCustomer } from './sandbox'
import { expect, test } from './test'

test('the first stop of the keyboard leads past the navigation', async ({ page, signIn }) => {
  await signIn(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()

  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await page.keyboard.press('Enter')

  await expect(page.getByRole('main')).toBeFocused()
})

test('pages are reached by two keys, and the focus begins at their top', async ({
  page,
  signIn,
}) => {
  await signIn(page)

  await page.keyboard.press('g')
  await page.keyboard.press('c')

  await expect(page.getByRole('heading', { name: 'Conversations', level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).toBeFocused()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search conversations' })).toBeFocused()
})

test('a conversation is opened, read and closed by keyboard alone', async ({
  page,
  sandbox,
  signIn,
}) => {
  const customer = newCustomer()
  await sandbox.customerWrites(customer, 'By keyboard')
  await signIn(page)
  await page.goto(`/conversations?search=${customer.number}`)
  const opener = page.getByRole('button', { name: customer.name })
  await opener.focus()

  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: customer.name })
  await expect(drawer.frameLocator('iframe').getByRole('log')).toContainText('By keyboard')
  for (let stop = 0; stop < 12; stop++) {
    await page.keyboard.press('Tab')
    expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')

  await expect(drawer).toBeHidden()
  await expect(opener).toBeFocused()
})

test('the navigation collapses by key and by button, and stays so after a reload', async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await signIn(page)

  await page.keyboard.press('[')
  await expect(page.getByRole('button', { name: 'Expand navigation' })).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Expand navigation' }).press('Enter')

  await expect(page.getByRole('button', { name: 'Collapse navigation' })).toBeVisible()
})

test('high contrast is chosen by keyboard from the palette', async ({ page, signIn }) => {
  await signIn(page)

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Go to' })).toBeFocused()
  await page.keyboard.type('contrast')
  await expect(page.getByRole('option', { name: /contrast/ })).toBeVisible()
  await page.keyboard.press('Enter')

  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'more')
})
