interface FieldError {
  field: string
  message: string
}

interface PortalErrorInit {
  code: string
  message: string
  /** HTTP status; 0 when there was no answer. */
  statusCode: number
  requestId?: string | undefined
  fields?: FieldError[] | undefined
  details?: Readonly<Record<string, unknown>> | undefined
  retryAfterMs?: number | undefined
  cause?: unknown
}

/**
 * A request that did not succeed, whatever the reason. `code` is the service's code or one of
 * `NETWORK_ERROR` (no answer), `TIMEOUT`, `INVALID_RESPONSE` (an answer that breaks the contract).
 */
export class PortalError extends Error {
  readonly code: string
  readonly statusCode: number
  readonly requestId: string | undefined
  readonly fields: FieldError[]
  /** As the service gave them; what is in them depends on the code. */
  readonly details: Readonly<Record<string, unknown>>
  readonly retryAfterMs: number | undefined

  constructor(init: PortalErrorInit) {
    super(init.message, { cause: init.cause })
    this.name = 'PortalError'
    this.code = init.code
    this.statusCode = init.statusCode
    this.requestId = init.requestId
    this.fields = init.fields ?? []
    this.details = init.details ?? {}
    this.retryAfterMs = init.retryAfterMs
  }

  get isUnauthenticated(): boolean {
    return this.statusCode === 401
  }

  /** The service was not reached or is not up; asking again later makes sense. */
  get isUnavailable(): boolean {
    return this.statusCode === 0 || this.statusCode === 502 || this.statusCode === 503
  }

  get isRetryable(): boolean {
    return (
      this.code !== 'INVALID_RESPONSE' &&
      (this.statusCode < 400 || this.statusCode === 429 || this.statusCode >= 500)
    )
  }
}
