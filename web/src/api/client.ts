import { PortalError } from '@/lib/errors'
import { apiErrorResponse, apiResponse } from '@/types/api'
import type { z } from '@/types/schema'

const TIMEOUT_MS = 30_000
const CSRF_COOKIE = 'XSRF-TOKEN'

export interface RequestOptions {
  /** Not asked for by a person: must not prolong the session. */
  background?: boolean
  signal?: AbortSignal | undefined
}

interface Call extends RequestOptions {
  method: 'GET' | 'POST'
  path: string
  body?: unknown
}

type Schema<T> = z.ZodMiniType<T>

const unauthenticatedListeners = new Set<() => void>()

/** Calls `listener` when the service says that the session is over; returns the way to stop. */
export function onUnauthenticated(listener: () => void): () => void {
  unauthenticatedListeners.add(listener)
  return () => unauthenticatedListeners.delete(listener)
}

/** Ends the session for this page, as an answer of 401 does. */
export function announceUnauthenticated(): void {
  for (const listener of unauthenticatedListeners) listener()
}

export function get<T>(path: string, schema: Schema<T>, options: RequestOptions = {}): Promise<T> {
  return call({ ...options, method: 'GET', path }, schema)
}

export async function post<T>(path: string, body: unknown, schema: Schema<T>): Promise<T> {
  if (csrfToken() === null) await fetch('/api/auth/options', { credentials: 'same-origin' })
  return call({ method: 'POST', path, body }, schema)
}

async function call<T>(request: Call, schema: Schema<T>): Promise<T> {
  const response = await send(request)
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) {
    const error = toPortalError(response, body)
    if (error.isUnauthenticated && !request.path.startsWith('/api/auth/')) announceUnauthenticated()
    throw error
  }
  return parse(response, body, schema)
}

async function send({ method, path, body, background, signal }: Call): Promise<Response> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: headersFor(method, background ?? false),
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    const code = timeout.aborted ? 'TIMEOUT' : 'NETWORK_ERROR'
    throw new PortalError({ code, message: `${method} ${path}: no answer`, statusCode: 0, cause })
  }
}

function headersFor(method: string, background: boolean): Headers {
  const headers = new Headers({ Accept: 'application/json' })
  if (background) headers.set('X-Portal-Background', 'true')
  if (method !== 'GET') {
    headers.set('Content-Type', 'application/json')
    headers.set('X-XSRF-TOKEN', csrfToken() ?? '')
  }
  return headers
}

function csrfToken(): string | null {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith(`${CSRF_COOKIE}=`))
  return cookie ? decodeURIComponent(cookie.slice(CSRF_COOKIE.length + 1)) : null
}

function toPortalError(response: Response, body: unknown): PortalError {
  const parsed = apiErrorResponse.safeParse(body)
  const error = parsed.data?.error
  const retryAfterSeconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return new PortalError({
    code: error?.code ?? `HTTP_${response.status}`,
    message: error?.message ?? response.statusText,
    statusCode: response.status,
    requestId: error?.details?.requestId ?? response.headers.get('X-Request-Id') ?? undefined,
    fields: error?.details?.fields,
    retryAfterMs: Number.isFinite(retryAfterSeconds) ? retryAfterSeconds * 1000 : undefined,
    cause: parsed.error,
  })
}

function parse<T>(response: Response, body: unknown, schema: Schema<T>): T {
  const envelope = apiResponse.safeParse(body)
  if (!envelope.success) throw contractBroken(response, envelope.error)
  const data = schema.safeParse(envelope.data.data)
  if (!data.success) throw contractBroken(response, data.error)
  return data.data
}

function contractBroken(response: Response, cause: unknown): PortalError {
  return new PortalError({
    code: 'INVALID_RESPONSE',
    message: `${response.url}: the answer breaks the contract`,
    statusCode: response.status,
    requestId: response.headers.get('X-Request-Id') ?? undefined,
    cause,
  })
}
