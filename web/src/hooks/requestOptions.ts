import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { RequestOptions } from '@/api/client'

interface QueryContext {
  client: QueryClient
  queryKey: QueryKey
  signal: AbortSignal
}

/** A read of something already shown was not asked for by a person: it must not keep the session. */
export function requestOptions({ client, queryKey, signal }: QueryContext): RequestOptions {
  return { signal, background: client.getQueryData(queryKey) !== undefined }
}
