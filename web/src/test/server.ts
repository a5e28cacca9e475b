import { HttpResponse } from 'msw'
import { setupServer } from 'msw/node'

/** The service as the tests of one file describe it; a request nobody described fails the test. */
export const server = setupServer()

/** An answer in the service's envelope. */
export function success(data: unknown) {
  return HttpResponse.json({ success: true, data, timestamp: '2026-03-02T09:00:00Z' })
}

/** A refusal in the service's envelope. */
export function failure(statusCode: number, code: string, headers: Record<string, string> = {}) {
  const error = { code, message: code, statusCode, details: { requestId: 'req-7' } }
  return HttpResponse.json(
    { success: false, error, timestamp: '2026-03-02T09:00:00Z' },
    { status: statusCode, headers },
  )
}

/** A refusal with details of its own. */
export function refusal(statusCode: number, code: string, details: object) {
  const error = { code, message: code, statusCode, details: { requestId: 'req-7', ...details } }
  return HttpResponse.json(
    { success: false, error, timestamp: '2026-03-02T09:00:00Z' },
    { status: statusCode },
  )
}

/** An event stream that says all this and ends. */
export function events(...all: readonly [name: string, data: unknown][]) {
  const text = all.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
  return new HttpResponse(text.join(''), { headers: { 'Content-Type': 'text/event-stream' } })
}
