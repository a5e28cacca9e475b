import { useState } from 'react'
import { getCurrentSession, getLoginOptions } from '@/api/auth'
import { type LoginChoice, startLogin } from '@/contexts/loginFlow'
import type { LoginOptions } from '@/types/auth'

// The login page works without the session's context and the query client: it needs neither,
// and is the page everybody waits for first. Its reads are promises for React's `use`.

/** Settles always: `null` when the options could not be had. */
export type LoginOptionsRequest = Promise<LoginOptions | null>

/** The regions to log in to, and a way to ask again. */
export function useLoginOptions(): [request: LoginOptionsRequest, retry: () => void] {
  const [request, setRequest] = useState(loadOptions)
  return [request, () => setRequest(loadOptions())]
}

/** Whether this browser has a session already; also asks the service for the CSRF cookie. */
export function useSignedIn(): Promise<boolean> {
  const [request] = useState(() =>
    getCurrentSession({ background: true }).then(
      () => true,
      () => false,
    ),
  )
  return request
}

/** Leaves for Genesys' login; `isLeaving` stays true until the browser has gone. */
export function useLogin() {
  const [isLeaving, setLeaving] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const login = async (choice: LoginChoice) => {
    setLeaving(true)
    setError(null)
    try {
      await startLogin(choice)
    } catch (failure) {
      setError(failure)
      setLeaving(false)
    }
  }
  return { login, isLeaving, error }
}

function loadOptions(): LoginOptionsRequest {
  return getLoginOptions().catch(() => null)
}
