import { screen, within } from '@testing-library/react'
import { http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage } from '@/test/renderPage'
import { sampleMetrics } from '@/test/samples'
import { failure, server, success } from '@/test/server'
import { Dashboard } from './Dashboard'

beforeEach(() => {
  server.use(http.get('/api/analytics/failures', () => success([])))
})

describe('Dashboard', () => {
  it('shows the figures', async () => {
    server.use(http.get('/api/analytics/dashboard', () => success(sampleMetrics())))
    renderPage(<Dashboard />)

    expect(await screen.findByText('1,234')).toBeVisible()
    expect(screen.getByText('0.4% of all')).toBeVisible()
    expect(screen.getByText('1m 5s')).toBeVisible()
  })

  it('leads from failures to the conversations with errors', async () => {
    server.use(http.get('/api/analytics/dashboard', () => success(sampleMetrics())))
    renderPage(<Dashboard />)
    await screen.findByText('1,234')

    expect(screen.getByRole('link', { name: 'Show errors' })).toHaveAttribute(
      'href',
      '/conversations?status=error',
    )
  })

  it('keeps the time range in the address and asks for its courses', async () => {
    const asked: string[] = []
    server.use(
      http.get('/api/analytics/dashboard', () => success(sampleMetrics())),
      http.get('/api/analytics/messages', ({ request }) => {
        asked.push(new URL(request.url).search)
        return success([{ timestamp: '2026-03-01T23:00:00Z', count: 1, direction: 'inbound' }])
      }),
    )
    const { user, address } = renderPage(<Dashboard />)

    await user.click(await screen.findByRole('radio', { name: 'Last 7 days' }))

    expect(await screen.findByText('9,876')).toBeVisible()
    expect(address.current).toBe('/?range=7days')
    expect(asked).toEqual(['?days=7'])
  })

  it('compares with the time before, in words as well', async () => {
    const points = Array.from({ length: 14 }, (_, day) => ({
      timestamp: new Date(Date.UTC(2026, 1, 16 + day, 23)).toISOString(),
      count: day < 7 ? 10 : 12,
      direction: 'inbound',
    }))
    server.use(
      http.get('/api/analytics/dashboard', () => success(sampleMetrics())),
      http.get('/api/analytics/messages', ({ request }) =>
        new URL(request.url).search === '?days=14' ? success(points) : success(points.slice(-7)),
      ),
    )
    const { user, address } = renderPage(<Dashboard />, { path: '/?range=7days' })

    await user.click(await screen.findByRole('switch', { name: 'Compare with the time before' }))

    expect(await screen.findByText('Last 7 days: 84, +20% on the 70 before')).toBeVisible()
    expect(address.current).toBe('/?range=7days&compare=previous')
  })

  it('compares today with yesterday up to the same hour', async () => {
    const hours = Array.from({ length: 34 }, (_, hour) => ({
      timestamp: new Date(Date.UTC(2026, 1, 28, 23 + hour)).toISOString(),
      count: hour < 24 ? 4 : 2,
      direction: 'inbound',
    }))
    server.use(
      http.get('/api/analytics/dashboard', () => success(sampleMetrics())),
      http.get('/api/analytics/messages', () => success(hours)),
    )
    renderPage(<Dashboard />, { path: '/?compare=previous' })

    expect(await screen.findByText('Today: 20, -50% on the 40 before')).toBeVisible()
  })

  it('gives the figures of a chart as a table in the tenant’s zone', async () => {
    server.use(http.get('/api/analytics/dashboard', () => success(sampleMetrics())))
    const { user } = renderPage(<Dashboard />)
    await screen.findByText('1,234')

    const volume = screen.getByRole('region', { name: 'Message volume' })
    await user.click(within(volume).getByRole('button', { name: 'Table' }))

    const rows = within(volume).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual([
      'TimeInboundOutbound',
      '2 Mar, 8:0054',
      '2 Mar, 9:0076',
    ])
  })

  it('tells why deliveries failed', async () => {
    server.use(
      http.get('/api/analytics/dashboard', () => success(sampleMetrics())),
      http.get('/api/analytics/failures', () =>
        success([{ errorCode: '131026', direction: 'outbound', count: 3 }]),
      ),
    )
    renderPage(<Dashboard />)

    const row = await screen.findByRole('row', { name: /131026/ })

    expect(row).toHaveTextContent('131026Outbound3')
    expect(within(row).getByRole('link')).toHaveAttribute('href', '/conversations?errorCode=131026')
  })

  it('offers another try for a course that cannot be loaded', async () => {
    server.use(
      http.get('/api/analytics/dashboard', () => success(sampleMetrics())),
      http.get('/api/analytics/messages', () => failure(500, 'INTERNAL_ERROR')),
    )
    renderPage(<Dashboard />, { path: '/?range=7days' })

    expect(await screen.findByText('The figures could not be loaded.')).toBeVisible()
  })

  it('says so when there has been no traffic yet', async () => {
    const quiet = sampleMetrics()
    quiet.kpis.totalMessages = { today: 0, last7Days: 0, last30Days: 0 }
    quiet.kpis.activeConversations = 0
    server.use(http.get('/api/analytics/dashboard', () => success(quiet)))
    renderPage(<Dashboard />)

    expect(await screen.findByRole('heading', { name: 'No traffic yet' })).toBeVisible()
  })

  it('offers another try with the request id when it cannot be loaded', async () => {
    server.use(
      http.get('/api/analytics/dashboard', () => failure(500, 'INTERNAL_ERROR'), { once: true }),
      http.get('/api/analytics/dashboard', () => success(sampleMetrics())),
    )
    const { user } = renderPage(<Dashboard />)
    expect(await screen.findByText('req-7')).toBeVisible()

    await user.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByText('1,234')).toBeVisible()
  })
})
