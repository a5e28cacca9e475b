import { screen, waitFor, within } from '@testing-library/react'
import { http } from 'msw'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { announceConfirmation } from '@/lib/confirmationWindow'
import { loadMessages } from '@/lib/i18n'
import { usersTexts } from '@/lib/messages/users'
import { renderPage } from '@/test/renderPage'
import { NOW, sampleSession } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import { UsersPage } from './UsersPage'

beforeAll(() => loadMessages(usersTexts))

const viewer = {
  id: 'u-2',
  email: 'vik@fabrikam.example',
  name: 'Vik Weiss',
  role: 'viewer',
  roleSource: 'genesys',
  lastSeenAt: NOW,
}

/** Stands for the window that the browser opens. */
const popup = { closed: false, location: { replace: vi.fn() }, close: vi.fn() }
const open = vi.spyOn(window, 'open')

beforeEach(() => {
  popup.location.replace.mockReset()
  // @ts-expect-error: of a window, only what is used here
  open.mockReturnValue(popup)
})
afterEach(() => open.mockReset())

function describeService(put: Parameters<typeof http.put>[1]) {
  const asked: unknown[] = []
  server.use(
    http.get('/api/users', () => success({ users: [viewer] })),
    http.post('/api/auth/confirm/init', async ({ request }) => {
      asked.push(await request.json())
      return success({ authUrl: 'https://login.example/authorize', state: 'state-1' })
    }),
    http.post('/api/auth/confirm/callback', () =>
      success({
        confirmationToken: 'token-1',
        purpose: 'change-role',
        expiresAt: Date.now() + 60_000,
      }),
    ),
    http.put('/api/users/u-2/role', put),
  )
  return asked
}

async function chooseAdmin() {
  const { user } = renderPage(<UsersPage />)
  await user.selectOptions(await screen.findByLabelText('Role of Vik Weiss'), 'Admin')
  const dialog = await screen.findByRole('dialog', { name: 'Change the role of Vik Weiss?' })
  return { user, dialog }
}

describe('a change of role', () => {
  it('is made once the person has signed in again, with the token of that', async () => {
    const tokens: (string | null)[] = []
    const asked = describeService(({ request }) => {
      tokens.push(request.headers.get('X-Confirmation-Token'))
      return success({ ...viewer, role: 'admin', roleSource: 'override' })
    })
    const { user, dialog } = await chooseAdmin()
    expect(tokens).toEqual([])

    await user.click(within(dialog).getByRole('button', { name: 'Sign in to confirm' }))
    await waitFor(() =>
      expect(popup.location.replace).toHaveBeenCalledWith('https://login.example/authorize'),
    )
    announceConfirmation({ state: 'state-1', code: 'code-1' })

    await waitFor(() => expect(tokens).toEqual(['token-1']))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(asked).toEqual([
      { purpose: 'change-role', redirectUri: 'http://localhost:5173/confirm-callback' },
    ])
  })

  it('does not happen when the sign-in is cancelled at Genesys', async () => {
    describeService(() => failure(500, 'INTERNAL_ERROR'))
    const { user, dialog } = await chooseAdmin()
    await user.click(within(dialog).getByRole('button', { name: 'Sign in to confirm' }))
    await waitFor(() => expect(popup.location.replace).toHaveBeenCalled())

    announceConfirmation({ state: 'state-1', code: null })

    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Nothing was changed')
    expect(screen.getByLabelText('Role of Vik Weiss')).toHaveValue('genesys')
  })

  it('says what to do when the browser blocks the window', async () => {
    describeService(() => failure(500, 'INTERNAL_ERROR'))
    open.mockReturnValue(null)
    const { user, dialog } = await chooseAdmin()

    await user.click(within(dialog).getByRole('button', { name: 'Sign in to confirm' }))

    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Allow pop-ups')
  })

  it('takes no answer of another login', async () => {
    const tokens: (string | null)[] = []
    describeService(({ request }) => {
      tokens.push(request.headers.get('X-Confirmation-Token'))
      return success(viewer)
    })
    const { user, dialog } = await chooseAdmin()
    await user.click(within(dialog).getByRole('button', { name: 'Sign in to confirm' }))
    await waitFor(() => expect(popup.location.replace).toHaveBeenCalled())

    announceConfirmation({ state: 'state-of-another-tab', code: 'code-9' })
    announceConfirmation({ state: 'state-1', code: null })

    expect(await within(dialog).findByRole('alert')).toHaveTextContent('cancelled')
    expect(tokens).toEqual([])
  })

  it('of the last administrator is refused with a reason', async () => {
    describeService(() => failure(409, 'LAST_ADMIN'))
    const { user, dialog } = await chooseAdmin()
    await user.click(within(dialog).getByRole('button', { name: 'Sign in to confirm' }))
    await waitFor(() => expect(popup.location.replace).toHaveBeenCalled())

    announceConfirmation({ state: 'state-1', code: 'code-1' })

    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Somebody has to stay an administrator',
    )
  })
})

it('is not for viewers', () => {
  const session = sampleSession()
  renderPage(<UsersPage />, { session: { ...session, user: { ...session.user, role: 'viewer' } } })

  expect(screen.getByRole('heading', { name: 'You may not open this page' })).toBeVisible()
})
