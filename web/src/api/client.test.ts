import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { PortalError } from '@/lib/errors'
import { failure, server, success } from '@/test/server'
import { z } from '@/types/schema'
import { get, onUnauthenticated, post } from './client'

const thing = z.object({ name: z.string() })

async function failureOf(request: Promise<unknown>): Promise<PortalError> {
  const error: unknown = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof PortalError) return error
  throw new Error(`expected a PortalError, was ${String(error)}`)
}

describe('a request', () => {
  it('gives what is in the envelope', async () => {
    server.use(http.get('/api/thing', () => success({ name: 'bridge' })))

    expect(await get('/api/thing', thing)).toEqual({ name: 'bridge' })
  })

  it('is marked when nobody asked for it', async () => {
    const marks: (string | null)[] = []
    server.use(
      http.get('/api/thing', ({ request }) => {
        marks.push(request.headers.get('X-Portal-Background'))
        return success({ name: 'bridge' })
      }),
    )

    await get('/api/thing', thing, { background: true })
    await get('/api/thing', thing)

    expect(marks).toEqual(['true', null])
  })

  it('carries the CSRF token when it changes something', async () => {
    const tokens: (string | null)[] = []
    server.use(
      http.post('/api/thing', ({ request }) => {
        tokens.push(request.headers.get('X-XSRF-TOKEN'))
        return success({ name: 'bridge' })
      }),
    )

    await post('/api/thing', {}, thing)

    expect(tokens).toEqual(['token'])
  })
})

describe('a failure', () => {
  it('keeps code, status and request id of a refusal', async () => {
    server.use(http.get('/api/thing', () => failure(429, 'RATE_LIMITED', { 'Retry-After': '7' })))

    const error = await failureOf(get('/api/thing', thing))

    expect(error).toMatchObject({
      code: 'RATE_LIMITED',
      statusCode: 429,
      requestId: 'req-7',
      retryAfterMs: 7_000,
      isRetryable: true,
    })
  })

  it('has a code even when a proxy answers with a page', async () => {
    server.use(
      http.get('/api/thing', () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 })),
    )

    const error = await failureOf(get('/api/thing', thing))

    expect(error).toMatchObject({ code: 'HTTP_502', statusCode: 502, isUnavailable: true })
  })

  it('is told from a refusal when there was no answer', async () => {
    server.use(http.get('/api/thing', () => HttpResponse.error()))

    expect(await failureOf(get('/api/thing', thing))).toMatchObject({
      code: 'NETWORK_ERROR',
      statusCode: 0,
    })
  })

  it('is an answer that breaks the contract', async () => {
    server.use(http.get('/api/thing', () => success({ title: 'bridge' })))

    expect(await failureOf(get('/api/thing', thing))).toMatchObject({
      code: 'INVALID_RESPONSE',
      isRetryable: false,
    })
  })
})

describe('an answer of 401', () => {
  it('ends the session, except where a session is just being asked for', async () => {
    const ends: string[] = []
    const stop = onUnauthenticated(() => ends.push('ended'))
    server.use(
      http.get('/api/auth/session', () => failure(401, 'UNAUTHENTICATED')),
      http.get('/api/thing', () => failure(401, 'UNAUTHENTICATED')),
    )

    await failureOf(get('/api/auth/session', thing))
    expect(ends).toEqual([])

    await failureOf(get('/api/thing', thing))
    expect(ends).toEqual(['ended'])
    stop()
  })
})
