import { screen, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import { sampleDetail, sampleMessage } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import type { ConversationDetail, Message } from '@/types/conversation'
import { ConversationDetailDrawer } from './ConversationDetailDrawer'

function open(detail: Partial<ConversationDetail>, messages: Message[], older: Message[] = []) {
  server.use(
    http.get('/api/conversations/c-1', () => success(sampleDetail(detail))),
    http.get('/api/conversations/c-1/messages', ({ request }) => {
      const isOlder = new URL(request.url).searchParams.has('cursor')
      if (isOlder) return success({ messages: older, nextCursor: null })
      return success({ messages, nextCursor: older.length > 0 ? 'before-1' : null })
    }),
  )
  return renderPage(<ConversationDetailDrawer conversationId="c-1" onClose={() => undefined} />)
}

describe('the drawer', () => {
  it('has the headings people look for', async () => {
    open({}, [sampleMessage()])

    for (const name of ['Conversation Widget (Read-Only)', 'Audit Trail', 'Delivery Logs']) {
      expect(await screen.findByRole('heading', { name })).toBeVisible()
    }
  })

  it('shows why a delivery failed', async () => {
    open({}, [sampleMessage()])

    const logs = await screen.findByRole('table', { name: 'Delivery Logs' })
    const row = await within(logs).findByRole('row', { name: /Failed/ })

    expect(row).toHaveTextContent('The number is not on WhatsApp.')
    expect(row).toHaveTextContent('131026')
    expect(row).toHaveTextContent('3 attempts')
  })

  it('says how long agents may still write freely', async () => {
    open({ windowExpiresAt: new Date(Date.now() + 3 * 3_600_000 + 90_000).toISOString() }, [])

    expect(await screen.findByText('3h 1m left to answer')).toBeVisible()
  })

  it('says so when only templates may be sent', async () => {
    open({ windowExpiresAt: '2020-01-01T00:00:00Z' }, [])

    expect(await screen.findByText('Window closed')).toBeVisible()
  })

  it('says so when the conversation does not exist', async () => {
    server.use(http.get('/api/conversations/c-1', () => failure(404, 'NOT_FOUND')))
    renderPage(<ConversationDetailDrawer conversationId="c-1" onClose={() => undefined} />)

    expect(await screen.findByText('This does not exist, or no longer does.')).toBeVisible()
  })
})

describe('the transcript', () => {
  it('tells sides, status and failure apart in words', async () => {
    open({}, [
      sampleMessage(),
      sampleMessage({
        id: 'm-2',
        direction: 'outbound',
        text: 'It arrives tomorrow.',
        status: 'read',
        author: { kind: 'agent', name: 'Nora Blake' },
      }),
      sampleMessage({
        id: 'm-3',
        direction: 'outbound',
        text: 'Anything else?',
        status: 'failed',
        error: 'The customer blocked this number.',
        errorCode: '131049',
        author: { kind: 'bot', name: null },
      }),
    ])

    const read = await screen.findByRole('article', { name: 'Message from Nora Blake' })
    const failed = screen.getByRole('article', { name: 'Message from Bot' })

    expect(within(read).getByText('Read')).toBeInTheDocument()
    expect(failed).toHaveTextContent('The customer blocked this number.')
    expect(failed).toHaveTextContent('131049')
  })

  it('separates days as the tenant counts them', async () => {
    open({}, [
      sampleMessage({ id: 'm-1', at: '2026-03-01T22:30:00Z' }),
      sampleMessage({ id: 'm-2', at: '2026-03-01T23:30:00Z', text: 'Hello?' }),
    ])
    const log = await screen.findByRole('log')

    expect(log).toHaveTextContent(/Sunday.? 1 March.*on its way.*Monday.? 2 March.*Hello/)
  })

  it('shows what a message replies to', async () => {
    open({}, [
      sampleMessage({ id: 'm-1', wamid: 'wamid.1', text: 'Which colour?' }),
      sampleMessage({ id: 'm-2', text: 'The blue one', replyTo: 'wamid.1' }),
    ])

    const quote = await screen.findByRole('blockquote')

    expect(quote).toHaveTextContent('Which colour?')
  })

  it('treats text as text', async () => {
    open({}, [sampleMessage({ text: '<img src=x onerror=alert(1)>' })])

    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeVisible()
  })

  it('puts older messages before the newer ones', async () => {
    const { user } = open(
      {},
      [sampleMessage({ id: 'm-9', text: 'The newest' })],
      [sampleMessage({ id: 'm-1', text: 'The oldest' })],
    )

    await user.click(await screen.findByRole('button', { name: 'Load older messages' }))

    expect(await screen.findByText('Start of the conversation')).toBeVisible()
    expect(screen.getByRole('log')).toHaveTextContent(/The oldest.*The newest/)
  })
})
