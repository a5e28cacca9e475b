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

export interface ChangeOptions {
  headers?: Readonly<Record<string, string>>
  /** Goes out even if the page is left meanwhile; for bodies below 64 kB. */
  keepalive?: boolean
  /** For work that takes long; 30 seconds unless given. */
  timeoutMs?: number
  signal?: AbortSignal | undefined
}

export interface Call extends RequestOptions, ChangeOptions {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
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

export function post<T>(
  path: string,
  body: unknown,
  schema: Schema<T>,
  options: ChangeOptions = {},
): Promise<T> {
  return change({ ...options, method: 'POST', path, body }, schema)
}

export function put<T>(
  path: string,
  body: unknown,
  schema: Schema<T>,
  options: ChangeOptions = {},
): Promise<T> {
  return change({ ...options, method: 'PUT', path, body }, schema)
}

export function patch<T>(path: string, body: unknown, schema: Schema<T>): Promise<T> {
  return change({ method: 'PATCH', path, body }, schema)
}

export function del<T>(path: string, schema: Schema<T>, options: ChangeOptions = {}): Promise<T> {
  return change({ ...options, method: 'DELETE', path }, schema)
}

async function change<T>(request: Call, schema: Schema<T>): Promise<T> {
  await ensureCsrfToken()
  return call(request, schema)
}

/** Any answer brings the cookie. */
export async function ensureCsrfToken(): Promise<void> {
  if (csrfToken() === null) await fetch('/api/auth/options', { credentials: 'same-origin' })
}

async function call<T>(request: Call, schema: Schema<T>): Promise<T> {
  const response = await answerTo(request)
  const body: unknown = await response.json().catch(() => undefined)
  return parse(response, body, schema)
}

/** The answer, once it is known to be a good one. */
export async function answerTo(request: Call): Promise<Response> {
  const response = await send(request)
  if (!response.ok) throw await failureOf(request, response)
  return response
}

async function failureOf(request: Call, response: Response): Promise<PortalError> {
  const body: unknown = await response.json().catch(() => undefined)
  const error = toPortalError(response, body)
  if (error.isUnauthenticated && !request.path.startsWith('/api/auth/')) announceUnauthenticated()
  return error
}

async function send(request: Call): Promise<Response> {
  const { method, path, body, signal } = request
  const timeout = AbortSignal.timeout(request.timeoutMs ?? TIMEOUT_MS)
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      keepalive: request.keepalive ?? false,
      headers: headersFor(request),
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw noAnswer(request, timeout.aborted ? 'TIMEOUT' : 'NETWORK_ERROR', cause)
  }
}

function noAnswer({ method, path }: Call, code: string, cause: unknown): PortalError {
  return new PortalError({ code, message: `${method} ${path}: no answer`, statusCode: 0, cause })
}

function headersFor({ method, background, headers: more }: Call): Headers {
  const headers = new Headers({ Accept: 'application/json', ...more })
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
    details: error?.details ?? undefined,
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
