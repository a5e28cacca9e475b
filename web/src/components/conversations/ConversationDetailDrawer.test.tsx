import { screen, within } from '@testing-library/react'
import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import { sampleDetail } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import type { ConversationDetail } from '@/types/conversation'
import { ConversationDetailDrawer } from './ConversationDetailDrawer'

function open(detail: Partial<ConversationDetail>) {
  server.use(
    http.get('/api/conversations/c-1', () => success(sampleDetail(detail))),
    http.get('/api/widget/token', () =>
      success({ token: 'sealed', expiresAt: '2026-03-02T09:10:00Z' }),
    ),
  )
  return renderPage(<ConversationDetailDrawer conversationId="c-1" onClose={() => undefined} />)
}

describe('the drawer', () => {
  it('has the headings people look for', async () => {
    open({})

    for (const name of ['Conversation Widget (Read-Only)', 'Audit Trail', 'Delivery Logs']) {
      expect(await screen.findByRole('heading', { name })).toBeVisible()
    }
  })

  it('shows the transcript in a frame that has no origin', async () => {
    open({})

    const frame = await screen.findByTitle('Conversation Widget (Read-Only)')

    expect(frame).toHaveAttribute('sandbox', 'allow-scripts')
    expect(frame.getAttribute('src')).toMatch(/^\/widget\?convId=[^&]+&tenantId=[^&]+&mode=portal$/)
  })

  it('shows why a delivery failed', async () => {
    open({})

    const logs = await screen.findByRole('table', { name: 'Delivery Logs' })
    const row = await within(logs).findByRole('row', { name: /Failed/ })

    expect(row).toHaveTextContent('The number is not on WhatsApp.')
    expect(row).toHaveTextContent('131026')
    expect(row).toHaveTextContent('3 attempts')
  })

  it('says how long agents may still write freely', async () => {
    open({ windowExpiresAt: new Date(Date.now() + 3 * 3_600_000 + 90_000).toISOString() })

    expect(await screen.findByText('3h 1m left to answer')).toBeVisible()
  })

  it('says so when only templates may be sent', async () => {
    open({ windowExpiresAt: '2020-01-01T00:00:00Z' })

    expect(await screen.findByText('Window closed')).toBeVisible()
  })

  it('says so when the conversation does not exist', async () => {
    server.use(http.get('/api/conversations/c-1', () => failure(404, 'NOT_FOUND')))
    renderPage(<ConversationDetailDrawer conversationId="c-1" onClose={() => undefined} />)

    expect(await screen.findByText('This does not exist, or no longer does.')).toBeVisible()
  })
})
