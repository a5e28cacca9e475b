import { useState } from 'react'
import { getLoginOptions } from '@/api/auth'
import type { LoginOptions } from '@/types/auth'

/** Settles always: `null` when the options could not be had. For React's `use`. */
export type LoginOptionsRequest = Promise<LoginOptions | null>

/** The regions to log in to. No query client here: the login page does without its weight. */
export function useLoginOptions(): [request: LoginOptionsRequest, retry: () => void] {
  const [request, setRequest] = useState(load)
  return [request, () => setRequest(load())]
}

function load(): LoginOptionsRequest {
  return getLoginOptions().catch(() => null)
}
