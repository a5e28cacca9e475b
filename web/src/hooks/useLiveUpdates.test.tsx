import { act, screen, waitFor } from '@testing-library/react'
import { http } from 'msw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useConnectionState } from '@/lib/connection'
import { renderPage } from '@/test/renderPage'
import { sampleMetrics } from '@/test/samples'
import { server, success } from '@/test/server'
import { useDashboardMetrics } from './useAnalytics'
import { useLiveUpdates } from './useLiveUpdates'

/** A stream that the test speaks through, as happy-dom has none. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2
  static opened: FakeEventSource[] = []
  readyState = 1

  constructor(readonly url: string) {
    super()
    FakeEventSource.opened.push(this)
  }

  send(name: string, data: unknown) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
  }

  close() {
    this.readyState = FakeEventSource.CLOSED
  }
}

const original = globalThis.EventSource

beforeEach(() => {
  FakeEventSource.opened = []
  Object.assign(globalThis, { EventSource: FakeEventSource })
})

afterEach(() => {
  Object.assign(globalThis, { EventSource: original })
})

function Page() {
  useLiveUpdates()
  const { data } = useDashboardMetrics()
  return <p>{`${useConnectionState()}: ${data?.kpis.activeConversations ?? 'nothing'}`}</p>
}

/** Answers the dashboard with one active conversation more each time. */
function serveGrowingDashboard() {
  let activeConversations = 0
  const marks: (string | null)[] = []
  server.use(
    http.get('/api/analytics/dashboard', ({ request }) => {
      marks.push(request.headers.get('X-Portal-Background'))
      activeConversations += 1
      const metrics = sampleMetrics()
      return success({ ...metrics, kpis: { ...metrics.kpis, activeConversations } })
    }),
  )
  return marks
}

async function start() {
  renderPage(<Page />)
  await screen.findByText('connecting: 1')
  const [stream] = FakeEventSource.opened
  if (stream === undefined) throw new Error('no stream was opened')
  return stream
}

describe('live updates', () => {
  it('renew what is shown, without prolonging the session', async () => {
    const marks = serveGrowingDashboard()
    const stream = await start()

    act(() => stream.send('ready', { at: '2026-03-02T09:00:00Z' }))
    expect(await screen.findByText('live: 2')).toBeVisible()
    act(() =>
      stream.send('activity', {
        at: '2026-03-02T09:00:01Z',
        conversationIds: ['c-1'],
        more: false,
      }),
    )

    expect(await screen.findByText('live: 3')).toBeVisible()
    expect(marks).toEqual([null, 'true', 'true'])
  })

  it('say so when they are interrupted, and catch up when they are back', async () => {
    serveGrowingDashboard()
    const stream = await start()
    act(() => stream.send('ready', { at: '2026-03-02T09:00:00Z' }))
    await screen.findByText('live: 2')

    act(() => stream.dispatchEvent(new Event('error')))
    expect(screen.getByText('polling: 2')).toBeVisible()
    act(() => stream.send('ready', { at: '2026-03-02T09:01:00Z' }))

    await waitFor(() => expect(screen.getByText('live: 3')).toBeVisible())
  })

  it('end with the page', async () => {
    serveGrowingDashboard()
    const { unmount } = renderPage(<Page />)
    await screen.findByText(/: 1$/)

    unmount()

    expect(FakeEventSource.opened.map(({ readyState }) => readyState)).toEqual([
      FakeEventSource.CLOSED,
    ])
  })
})
