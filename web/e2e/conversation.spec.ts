import { newCustomer } from './sandbox'
import { expect, test } from './test'

test('a customer writes, an agent answers, and the administrator sees both as they happen', async ({
  page,
  sandbox,
  signIn,
}) => {
  const customer = newCustomer()
  await signIn(page)
  await page.getByRole('link', { name: 'Conversations', exact: true }).click()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()

  await sandbox.customerWrites(customer, 'Where is my order?')
  await page.getByRole('button', { name: customer.name }).click()
  const drawer = page.getByRole('dialog', { name: customer.name })
  const transcript = drawer.frameLocator('iframe')
  await expect(transcript.getByRole('log')).toContainText('Where is my order?')

  await expect.poll(() => sandbox.reachedAgents(customer)).toBe(1)
  await sandbox.agentAnswers(customer, 'It is on its way.')
  const answer = transcript.getByRole('article').filter({ hasText: 'It is on its way.' })
  await expect(answer).toBeVisible()
  await expect(answer.getByText(/^(Delivered|Read)$/)).toBeAttached()

  await sandbox.customerWrites(customer, 'Thank you!')
  await expect(transcript.getByRole('log')).toContainText('Thank you!')
  await expect(drawer.getByRole('heading', { name: 'Delivery Logs' })).toBeVisible()
  await expect(drawer.getByRole('table', { name: 'Delivery Logs' })).toContainText('Delivered')
})

test('a conversation is found by name from anywhere', async ({ page, sandbox, signIn }) => {
  const customer = newCustomer()
  await sandbox.customerWrites(customer, 'Hello')
  await signIn(page)

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Go to' }).fill(customer.name)
  await page.getByRole('option', { name: customer.name }).click()

  await expect(page.getByRole('dialog', { name: customer.name })).toBeVisible()
  await expect(page).toHaveURL(/\/conversations\?conversation=/)
})

test('the dashboard counts a message without being reloaded', async ({ page, sandbox, signIn }) => {
  await sandbox.quiet()
  await signIn(page)
  const figure = page.getByRole('region', { name: 'Messages' }).getByRole('paragraph')
  await expect(figure).toHaveText(/^[\d,.]+$/)
  const before = await figure.textContent()

  await sandbox.customerWrites(newCustomer(), 'One more')

  await expect(figure).not.toHaveText(before ?? '')
})
