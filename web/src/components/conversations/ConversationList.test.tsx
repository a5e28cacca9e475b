import { screen, waitFor, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import { sampleConversation, sampleDetail, samplePage } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import { ConversationList } from './ConversationList'

/** Answers the list and remembers what was asked for. */
function serveList(answer = samplePage([sampleConversation()])) {
  const asked: URLSearchParams[] = []
  server.use(
    http.get('/api/conversations', ({ request }) => {
      asked.push(new URL(request.url).searchParams)
      return success(answer)
    }),
  )
  return asked
}

describe('ConversationList', () => {
  it('lists conversations with contact, last message and status', async () => {
    serveList()
    renderPage(<ConversationList />)

    const row = await screen.findByRole('row', { name: /Lucía Prieto/ })

    expect(within(row).getByText('+34600111222')).toBeVisible()
    expect(within(row).getAllByText('Is my parcel on its way?')).not.toHaveLength(0)
    expect(within(row).getByText('Active')).toBeVisible()
  })

  it('names a contact without a name by its handle', async () => {
    serveList(
      samplePage([sampleConversation({ contactName: '', phone: null, username: 'lucia.p' })]),
    )
    renderPage(<ConversationList />)

    expect(await screen.findByRole('button', { name: '@lucia.p' })).toBeVisible()
    expect(screen.getByText('No name given')).toBeVisible()
  })

  it('searches when the typing pauses, and keeps the search in the address', async () => {
    const asked = serveList()
    const { user, address } = renderPage(<ConversationList />, { path: '/conversations?page=3' })
    await screen.findByText('+34600111222')

    await user.type(screen.getByRole('searchbox', { name: 'Search conversations' }), 'luc')
    await waitFor(() => expect(address.current).toBe('/conversations?search=luc'))

    await waitFor(() => expect(asked.map((query) => query.get('search'))).toEqual([null, 'luc']))
    expect(asked.at(-1)?.get('page')).toBe('1')
  })

  it('shows the filters that a link has set, and lets go of each', async () => {
    const asked = serveList()
    const { user, address } = renderPage(<ConversationList />, {
      path: '/conversations?errorCode=131026&status=error',
    })
    await screen.findByText('+34600111222')

    await user.click(screen.getByRole('button', { name: 'Remove filter Error code: 131026' }))

    expect(address.current).toBe('/conversations?status=error')
    await waitFor(() =>
      expect(asked.map((query) => query.get('errorCode'))).toEqual(['131026', null]),
    )
  })

  it('takes filters, order and page from the address', async () => {
    const asked = serveList()
    renderPage(<ConversationList />, {
      path: '/conversations?status=error&sortBy=createdAt&sortOrder=asc&page=2',
    })
    await screen.findByText('+34600111222')

    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      page: '2',
      pageSize: '25',
      sortBy: 'createdAt',
      sortOrder: 'asc',
      status: 'error',
    })
    expect(screen.getByRole('combobox', { name: 'Status' })).toHaveValue('error')
    expect(screen.getByRole('columnheader', { name: 'Started' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
  })

  it('turns the order around', async () => {
    serveList()
    const { user, address } = renderPage(<ConversationList />, { path: '/conversations' })
    await screen.findByText('+34600111222')

    await user.click(screen.getByRole('button', { name: 'Last activity' }))

    expect(address.current).toBe('/conversations?sortOrder=asc')
  })

  it('says which part is shown and goes to another', async () => {
    serveList(samplePage([sampleConversation()], 60))
    const { user, address } = renderPage(<ConversationList />, { path: '/conversations' })
    expect(await screen.findByText('1–25 of 60')).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Page 3' }))

    expect(address.current).toBe('/conversations?page=3')
  })

  it('tells an empty list from one without a match', async () => {
    serveList(samplePage([]))
    const { user, address } = renderPage(<ConversationList />, {
      path: '/conversations?status=closed',
    })

    await user.click(await screen.findByRole('button', { name: 'Clear filters' }))

    expect(await screen.findByRole('heading', { name: 'No conversations yet' })).toBeVisible()
    expect(address.current).toBe('/conversations')
  })

  it('offers another try when it cannot be loaded', async () => {
    server.use(
      http.get('/api/conversations', () => failure(503, 'SERVICE_UNAVAILABLE'), { once: true }),
    )
    serveList()
    server.use(
      http.get('/api/conversations', () => failure(503, 'SERVICE_UNAVAILABLE'), { once: true }),
    )
    const { user } = renderPage(<ConversationList />)

    await user.click(await screen.findByRole('button', { name: 'Try again' }))

    expect(await screen.findByText('+34600111222')).toBeVisible()
  })

  it('opens a conversation over the list, and gives the focus back', async () => {
    serveList()
    server.use(
      http.get('/api/conversations/c-1', () => success(sampleDetail())),
      http.get('/api/conversations/c-1/messages', () =>
        success({ messages: [], nextCursor: null }),
      ),
    )
    const { user, address } = renderPage(<ConversationList />, {
      path: '/conversations?search=luc',
    })
    const opener = await screen.findByRole('button', { name: 'Lucía Prieto' })

    await user.click(opener)
    expect(await screen.findByRole('dialog', { name: 'Lucía Prieto' })).toBeVisible()
    expect(address.current).toBe('/conversations?search=luc&conversation=c-1')
    await user.keyboard('{Escape}')

    expect(address.current).toBe('/conversations?search=luc')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Lucía Prieto' })).toHaveFocus())
  })
})
