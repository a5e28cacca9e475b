import { PortalError } from '@/lib/errors'
import { EventStreamReader, type StreamEvent } from '@/lib/eventStreamReader'
import { apiResponse } from '@/types/api'
import { answerTo, ensureCsrfToken } from './client'

const TIMEOUT_MS = 180_000

/**
 * Starts long work and hands its events over as they happen; ends when the service has said all. A
 * service that does not stream answers at the end: that is the event `finished`.
 */
export async function postForEvents(
  path: string,
  onEvent: (event: StreamEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  await ensureCsrfToken()
  const response = await answerTo({
    method: 'POST',
    path,
    body: {},
    headers: { Accept: 'text/event-stream, application/json;q=0.5' },
    signal,
    timeoutMs: TIMEOUT_MS,
  })
  if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
    return onEvent({ name: 'finished', data: apiResponse.parse(await response.json()).data })
  }
  if (response.body === null) throw cutOff(path, undefined)
  const reader = new EventStreamReader()
  const pieces = response.body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      for (const event of reader.push(piece.value)) onEvent(event)
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof PortalError) throw cause
    throw cutOff(path, cause)
  }
}

/** The stream ended before the work did. */
export function cutOff(path: string, cause: unknown): PortalError {
  return new PortalError({
    code: 'NETWORK_ERROR',
    message: `POST ${path}: cut off`,
    statusCode: 0,
    cause,
  })
}
