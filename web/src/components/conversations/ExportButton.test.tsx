import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { useToastStore } from '@/lib/toasts'
import { renderPage } from '@/test/renderPage'
import { failure, server } from '@/test/server'
import { ExportButton } from './ExportButton'

const params = {
  page: 3,
  pageSize: 20,
  search: 'ann',
  status: 'active',
  sortBy: 'contactName',
  sortOrder: 'asc',
} as const

describe('the export', () => {
  it('asks for the filters and order of the list and saves the answer', async () => {
    const asked: URLSearchParams[] = []
    const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    server.use(
      http.get('/api/conversations/export', ({ request }) => {
        asked.push(new URL(request.url).searchParams)
        return new HttpResponse('id\r\n1\r\n', { headers: { 'X-Total-Count': '1' } })
      }),
    )
    const { user } = renderPage(<ExportButton params={params} />)

    await user.click(screen.getByRole('button', { name: 'Export CSV' }))

    await waitFor(() => expect(saved).toHaveBeenCalledOnce())
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      search: 'ann',
      status: 'active',
      sortBy: 'contactName',
      sortOrder: 'asc',
    })
    saved.mockRestore()
  })

  it('says why it was refused', async () => {
    server.use(http.get('/api/conversations/export', () => failure(503, 'SERVICE_UNAVAILABLE')))
    const { user } = renderPage(<ExportButton params={params} />)

    await user.click(screen.getByRole('button', { name: 'Export CSV' }))

    await waitFor(() => expect(useToastStore.getState().toasts).toHaveLength(1))
  })
})
