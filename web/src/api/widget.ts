import { PortalError } from '@/lib/errors'
import { apiErrorResponse, apiResponse } from '@/types/api'
import { type MessagePage, messagePage } from '@/types/conversation'

/**
 * A page of the transcript that a token opens; without a cursor the newest. Sent from a page without an
 * origin: no cookie goes along.
 */
export async function getTranscript(
  token: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<MessagePage> {
  const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}`
  const response = await fetch(`/widget/transcript${query}`, {
    credentials: 'omit',
    headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
    signal,
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new PortalError({ code: 'NETWORK_ERROR', message: 'no answer', statusCode: 0, cause })
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) {
    const error = apiErrorResponse.safeParse(body).data?.error
    throw new PortalError({
      code: error?.code ?? `HTTP_${response.status}`,
      message: error?.message ?? response.statusText,
      statusCode: response.status,
      requestId: error?.details?.requestId,
    })
  }
  return messagePage.parse(apiResponse.parse(body).data)
}
