import { useCallback, useEffect, useState } from 'react'
import { getCurrentSession, getLoginOptions } from '@/api/auth'
import { type LoginChoice, startLogin } from '@/contexts/loginFlow'
import type { LoginOptions } from '@/types/auth'

// The login page works without the session's context and the query client: it needs neither,
// and is the page everybody waits for first. Hence its two reads start in effects.

/** The regions, `undefined` while they are loading, `null` if that failed; and a way to ask again. */
export function useLoginOptions(): [options: LoginOptions | null | undefined, retry: () => void] {
  const [options, setOptions] = useState<LoginOptions | null>()
  const load = useCallback(() => {
    setOptions(undefined)
    getLoginOptions().then(setOptions, () => setOptions(null))
  }, [])
  useEffect(load, [load])
  return [options, load]
}

/** Whether this browser has a session already; `undefined` until that is known. */
export function useSignedIn(): boolean | undefined {
  const [isSignedIn, setSignedIn] = useState<boolean>()
  useEffect(() => {
    getCurrentSession({ background: true }).then(
      () => setSignedIn(true),
      () => setSignedIn(false),
    )
  }, [])
  return isSignedIn
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
