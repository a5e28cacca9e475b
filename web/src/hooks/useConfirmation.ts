import { useCallback, useEffect, useRef, useState } from 'react'
import { completeConfirmation, initiateConfirmation } from '@/api/confirmation'
import {
  type ConfirmationAnswer,
  listenForConfirmation,
  openConfirmationWindow,
} from '@/lib/confirmationWindow'
import { PortalError } from '@/lib/errors'
import type { ConfirmationPurpose, ConfirmationResponse } from '@/types/confirmation'

/** What is done once it is confirmed. A refusal keeps the question open. */
type Action = (confirmationToken: string) => Promise<unknown>

type Stage =
  /** Nothing is asked. */
  | 'idle'
  /** The person reads what is going to happen. */
  | 'asking'
  /** Genesys' window is open. */
  | 'waiting'
  /** Confirmed; it is being done. */
  | 'acting'

/** Why it did not go on: the browser or the person, or what a request said. */
export type ConfirmationFailure =
  | { kind: 'blocked' }
  | { kind: 'cancelled' }
  | { kind: 'refused'; error: unknown }

export interface Confirmation {
  stage: Stage
  failure: ConfirmationFailure | null
  /** Opens the question; `action` runs with the token once the person has signed in again. */
  ask: (action: Action) => void
  /** Opens Genesys' window; to be called by a click. */
  proceed: () => void
  cancel: () => void
}

interface Attempt {
  action: Action
  /** Of the login that is under way. */
  state: string | null
  window: Window | null
  /** Stays good after a refusal that was not about it. */
  given: ConfirmationResponse | null
}

/** Confirmation of one purpose by a fresh Genesys login of the same person, in a window of its own. */
export function useConfirmation(purpose: ConfirmationPurpose): Confirmation {
  const [stage, setStage] = useState<Stage>('idle')
  const [failure, setFailure] = useState<ConfirmationFailure | null>(null)
  const attempt = useRef<Attempt | null>(null)
  const stop = useCallback((reason: ConfirmationFailure) => {
    setFailure(reason)
    setStage('asking')
  }, [])
  const act = useCallback(
    async (current: Attempt, given: ConfirmationResponse) => {
      setStage('acting')
      try {
        await current.action(given.confirmationToken)
        attempt.current = null
        setStage('idle')
      } catch (error) {
        current.given = isStillGood(given, error) ? given : null
        if (attempt.current === current) stop({ kind: 'refused', error })
      }
    },
    [stop],
  )
  useAnswers(attempt, act, stop)

  const proceed = () => {
    const current = attempt.current
    if (current === null) return
    setFailure(null)
    if (current.given !== null) return void act(current, current.given)
    setStage('waiting')
    openLogin(current, purpose).catch((error: unknown) => {
      stop(error instanceof WindowBlocked ? { kind: 'blocked' } : { kind: 'refused', error })
    })
  }
  const begin = (next: Attempt | null, to: Stage) => {
    attempt.current = next
    setFailure(null)
    setStage(to)
  }
  const cancel = () => {
    attempt.current?.window?.close()
    begin(null, 'idle')
  }
  const ask = (action: Action) =>
    begin({ action, state: null, window: null, given: null }, 'asking')
  return { stage, failure, ask, proceed, cancel }
}

class WindowBlocked extends Error {}

/** Opens Genesys' login for this attempt. */
async function openLogin(attempt: Attempt, purpose: ConfirmationPurpose): Promise<void> {
  const opened = openConfirmationWindow()
  if (opened === null) throw new WindowBlocked()
  attempt.window = opened
  try {
    const redirectUri = `${window.location.origin}/confirm-callback`
    const { authUrl, state } = await initiateConfirmation(purpose, redirectUri)
    attempt.state = state
    opened.location.replace(authUrl)
  } catch (error) {
    opened.close()
    throw error
  }
}

/** Goes on when the window of the attempt under way comes back. */
function useAnswers(
  attempt: { readonly current: Attempt | null },
  act: (current: Attempt, given: ConfirmationResponse) => Promise<void>,
  stop: (reason: ConfirmationFailure) => void,
): void {
  const onAnswer = useCallback(
    async ({ state, code }: ConfirmationAnswer) => {
      const { current } = attempt
      if (current === null || current.state !== state) return
      current.state = null
      if (code === null) return stop({ kind: 'cancelled' })
      try {
        await act(current, await completeConfirmation(code, state))
      } catch (error) {
        stop({ kind: 'refused', error })
      }
    },
    [attempt, act, stop],
  )
  useEffect(() => listenForConfirmation((answer) => void onAnswer(answer)), [onAnswer])
}

/** What was refused for its content may be mended and tried with the same confirmation. */
function isStillGood({ expiresAt }: ConfirmationResponse, error: unknown): boolean {
  const isAboutContent =
    error instanceof PortalError && (error.statusCode === 400 || error.statusCode === 422)
  return isAboutContent && expiresAt > Date.now()
}
