import { PortalError } from '@/lib/errors'
import { apiErrorResponse } from '@/types/api'
import type { ConversationListParams } from '@/types/conversation'
import { listQuery } from './conversations'

export interface ExportProgress {
  rows: number
  /** How many there will be. */
  total: number
}

const LINE_FEED = 10

/** The list as a CSV file, as it streams in; broken off, it fails. */
export async function exportConversations(
  params: ConversationListParams,
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<Blob> {
  const response = await fetch(`/api/conversations/export?${listQuery(params)}`, {
    credentials: 'same-origin',
    signal,
  })
  if (!response.ok || response.body === null) throw await refusal(response)
  const total = Number(response.headers.get('X-Total-Count') ?? 0)
  const parts: BlobPart[] = []
  let lines = 0
  const reader = response.body.getReader()
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    const bytes = new Uint8Array(chunk.value)
    parts.push(bytes)
    lines += bytes.reduce((count, byte) => count + (byte === LINE_FEED ? 1 : 0), 0)
    // The header is a line, and a text may have several.
    onProgress({ rows: Math.min(Math.max(0, lines - 1), total), total })
  }
  return new Blob(parts, { type: 'text/csv' })
}

async function refusal(response: Response): Promise<PortalError> {
  const body: unknown = await response.json().catch(() => undefined)
  const error = apiErrorResponse.safeParse(body).data?.error
  return new PortalError({
    code: error?.code ?? `HTTP_${response.status}`,
    message: error?.message ?? response.statusText,
    statusCode: response.status,
    requestId: error?.details?.requestId,
  })
}
