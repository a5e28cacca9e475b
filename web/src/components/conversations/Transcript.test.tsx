import { screen, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import { sampleMessage } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import type { Message } from '@/types/conversation'
import { Transcript } from './Transcript'

function open(messages: Message[], older: Message[] = []) {
  server.use(
    http.get('/widget/transcript', ({ request }) => {
      if (request.headers.get('Authorization') !== 'Bearer sealed')
        return failure(401, 'UNAUTHENTICATED')
      const isOlder = new URL(request.url).searchParams.has('cursor')
      if (isOlder) return success({ messages: older, nextCursor: null })
      return success({ messages, nextCursor: older.length > 0 ? 'before-1' : null })
    }),
  )
  return renderPage(<Transcript token="sealed" />)
}

describe('the transcript', () => {
  it('tells sides, status and failure apart in words', async () => {
    open([
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
    open([
      sampleMessage({ id: 'm-1', at: '2026-03-01T22:30:00Z' }),
      sampleMessage({ id: 'm-2', at: '2026-03-01T23:30:00Z', text: 'Hello?' }),
    ])
    const log = await screen.findByRole('log')

    expect(log).toHaveTextContent(/Sunday.? 1 March.*on its way.*Monday.? 2 March.*Hello/)
  })

  it('shows what a message replies to', async () => {
    open([
      sampleMessage({ id: 'm-1', wamid: 'wamid.1', text: 'Which colour?' }),
      sampleMessage({ id: 'm-2', text: 'The blue one', replyTo: 'wamid.1' }),
    ])

    const quote = await screen.findByRole('blockquote')

    expect(quote).toHaveTextContent('Which colour?')
  })

  it('treats text as text', async () => {
    open([sampleMessage({ text: '<img src=x onerror=alert(1)>' })])

    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeVisible()
  })

  it('puts older messages before the newer ones', async () => {
    const { user } = open(
      [sampleMessage({ id: 'm-9', text: 'The newest' })],
      [sampleMessage({ id: 'm-1', text: 'The oldest' })],
    )

    await user.click(await screen.findByRole('button', { name: 'Load older messages' }))

    expect(await screen.findByText('Start of the conversation')).toBeVisible()
    expect(screen.getByRole('log')).toHaveTextContent(/The oldest.*The newest/)
  })
})
