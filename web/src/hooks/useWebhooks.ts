import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  checkWebhooks,
  completeOnboarding,
  deployWebhooks,
  getWebhooks,
  undeployWebhooks,
} from '@/api/onboarding'
import { PortalError } from '@/lib/errors'
import { queryKeys } from '@/lib/queryKeys'
import {
  type DeployStep,
  type FailingCheck,
  incompleteDetails,
  type WebhookState,
} from '@/types/onboarding'
import { requestOptions } from './requestOptions'
import { useAuth, useSession } from './useAuth'

const DETECT_EVERY_MS = 2_000

/** How our addresses stand at the partners; asked for often while a first call is awaited. */
export function useWebhooks() {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.onboarding.webhooks(tenantId),
    queryFn: (context) => getWebhooks(requestOptions(context)),
    refetchInterval: ({ state }) => (isAwaitingCalls(state.data) ? DETECT_EVERY_MS : false),
  })
}

/** Asks the partners now whether somebody changed our addresses there. */
export function useDriftCheck() {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: checkWebhooks,
    onSuccess: (state) => queryClient.setQueryData(queryKeys.onboarding.webhooks(tenantId), state),
  })
}

function isAwaitingCalls(state: WebhookState | undefined): boolean {
  return (
    state?.meta?.deployed === true &&
    !(state.meta.firstHandshakeAt && state.meta.firstSignedAt && state.genesys?.firstSignedAt)
  )
}

/** Registers our addresses at both partners, step by step. */
export function useDeployment() {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  const [steps, setSteps] = useState<readonly DeployStep[] | null>(null)
  const [isRunning, setRunning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const abort = useRef(new AbortController())
  useEffect(() => {
    abort.current = new AbortController()
    return () => abort.current.abort()
  }, [])

  const renew = () =>
    queryClient.invalidateQueries({ queryKey: queryKeys.onboarding.all(tenantId) })
  const deploy = async () => {
    setError(null)
    setSteps([])
    setRunning(true)
    try {
      const finished = await deployWebhooks(
        (step) => setSteps((known) => withStep(known ?? [], step)),
        abort.current.signal,
      )
      setSteps(finished.steps)
    } catch (failure) {
      if (abort.current.signal.aborted) return
      setError(failure)
    }
    setRunning(false)
    await renew()
  }
  const undo = useMutation({
    mutationFn: undeployWebhooks,
    onSuccess: () => {
      setSteps(null)
      return renew()
    },
  })
  return { steps, isRunning, error, deploy, undo }
}

function withStep(known: readonly DeployStep[], step: DeployStep): readonly DeployStep[] {
  const isKnown = known.some(({ name }) => name === step.name)
  return isKnown ? known.map((old) => (old.name === step.name ? step : old)) : [...known, step]
}

/** Ends the set-up; the session learns of it as well. */
export function useCompletion() {
  const { tenantId } = useSession()
  const { refreshSession } = useAuth()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: completeOnboarding,
    onSuccess: async () => {
      await refreshSession()
      await queryClient.invalidateQueries({ queryKey: [tenantId] })
    },
  })
}

/** What the service says is in the way of completion; `undefined`: something else failed. */
export function failingChecksOf(error: unknown): FailingCheck[] | undefined {
  if (!(error instanceof PortalError) || error.code !== 'ONBOARDING_INCOMPLETE') return undefined
  return incompleteDetails.safeParse(error.details).data?.failing
}
