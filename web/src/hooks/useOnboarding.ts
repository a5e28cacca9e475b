import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { getProgress, saveProgress } from '@/api/onboarding'
import { DraftKeeper, type SaveState } from '@/lib/draftKeeper'
import { PortalError } from '@/lib/errors'
import { queryKeys } from '@/lib/queryKeys'
import type { OnboardingProgress, SavedProgress } from '@/types/onboarding'
import { requestOptions } from './requestOptions'
import { useSession } from './useAuth'

type SectionName = 'organization' | 'genesys' | 'whatsapp'

/** What one step holds, as it is sent. */
export interface StepChange {
  /** 1 to 5. */
  step: number
  /** `null`: the step has nothing to enter. */
  section: SectionName | null
  /** Empty secrets leave the stored ones alone. */
  values: { readonly [field: string]: string | null }
}

/** How steps save what is entered. */
export interface Drafts {
  state: SaveState
  /** Keeps an unfinished step, 600 ms after the last change. */
  change: (change: StepChange) => void
  /** Sends at once what waits; `false` if that failed. */
  flush: () => Promise<boolean>
  /** Checks a step and counts it as done; fails with what the service or a partner objects to. */
  complete: (change: StepChange) => Promise<void>
}

const SECRETS = ['clientSecret', 'systemUserToken', 'appSecret']

/** The saved set-up, asked for again when the page is looked at again: people change devices. */
export function useOnboardingProgress(isEnabled = true) {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.onboarding.progress(tenantId),
    queryFn: (context) => getProgress(requestOptions(context)),
    staleTime: 0,
    enabled: isEnabled,
  })
}

/**
 * The set-up and its saving. `generation` changes when another tab or device was faster and the
 * forms have to start from what it saved; `wasOvertaken`: something typed here was lost to it.
 */
export function useOnboarding() {
  const progress = useOnboardingProgress()
  const [isOvertaken, setOvertaken] = useState(false)
  const [state, setState] = useState<SaveState>('idle')
  const { base, send } = useSaving()
  const [keeper] = useState(
    () =>
      new DraftKeeper<StepChange>({
        send: (change) => send(change, true).catch(unlessOvertaken),
        onState: setState,
      }),
  )
  base.onOvertaken = () => {
    keeper.drop()
    setOvertaken(true)
  }
  const generation = useGeneration(progress.data, base, keeper)
  useSendBeforeLeaving(keeper)

  const complete = async (change: StepChange) => {
    setOvertaken(false)
    await keeper.flush()
    setState('saving')
    try {
      await send(change, false)
      setState('saved')
    } catch (error) {
      setState('idle')
      throw error
    }
    await progress.refetch()
  }
  const drafts: Drafts = {
    state,
    change: (change) => keeper.change(change),
    flush: () => keeper.flush(),
    complete,
  }
  return { progress, drafts, generation, isOvertaken }
}

/** What the next save builds on. */
interface Base {
  /** `null` until the set-up was read. */
  revision: number | null
  isSending: boolean
  onOvertaken: () => void
}

/** Saves on top of the newest known revision; somebody else's newer one is read instead. */
function useSaving() {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  const [base] = useState<Base>(() => ({
    revision: null,
    isSending: false,
    onOvertaken: () => undefined,
  }))

  const send = useCallback(
    async (change: StepChange, isDraft: boolean) => {
      const queryKey = queryKeys.onboarding.progress(tenantId)
      base.isSending = true
      try {
        const saved = await saveProgress(toRequest(change, isDraft), {
          revision: base.revision ?? 0,
          keepalive: isDraft,
        })
        base.revision = saved.revision
        queryClient.setQueryData<OnboardingProgress>(queryKey, (known) =>
          known ? withChange(known, change, saved) : known,
        )
      } catch (error) {
        if (isConflict(error)) {
          base.isSending = false
          base.onOvertaken()
          await queryClient.refetchQueries({ queryKey })
        }
        throw error
      } finally {
        base.isSending = false
      }
    },
    [queryClient, tenantId, base],
  )
  return { base, send }
}

/** Counts how often what is shown was replaced by what somebody else saved. */
function useGeneration(
  data: OnboardingProgress | undefined,
  base: Base,
  keeper: DraftKeeper<StepChange>,
): number {
  const [generation, setGeneration] = useState(0)
  useEffect(() => {
    if (data === undefined || data.revision <= (base.revision ?? -1)) return
    const isFirst = base.revision === null
    // Something typed here is on its way: its save will find out, and say so.
    if (!isFirst && (base.isSending || keeper.hasUnsent)) return
    base.revision = data.revision
    if (!isFirst) setGeneration((count) => count + 1)
  }, [data, base, keeper])
  return generation
}

function useSendBeforeLeaving(keeper: DraftKeeper<StepChange>): void {
  useEffect(() => {
    const onHidden = () => {
      if (document.visibilityState === 'hidden') void keeper.flush()
    }
    const onUnload = (event: BeforeUnloadEvent) => {
      if (keeper.isWaiting) event.preventDefault()
    }
    document.addEventListener('visibilitychange', onHidden)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      window.removeEventListener('beforeunload', onUnload)
      void keeper.flush()
    }
  }, [keeper])
}

function toRequest({ step, section, values }: StepChange, isDraft: boolean) {
  const data = section === null ? {} : { [section]: values }
  return isDraft ? { step, data, draft: true } : { step, data }
}

function withChange(known: OnboardingProgress, change: StepChange, saved: SavedProgress) {
  const { section, values } = change
  const entered = Object.entries(values).filter(([field]) => !SECRETS.includes(field))
  return {
    ...known,
    revision: saved.revision,
    savedAt: saved.savedAt,
    currentStep: saved.currentStep ?? known.currentStep,
    completedSteps: saved.completedSteps ?? known.completedSteps,
    progress:
      section === null
        ? known.progress
        : {
            ...known.progress,
            [section]: { ...known.progress[section], ...Object.fromEntries(entered) },
          },
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof PortalError && error.code === 'REVISION_CONFLICT'
}

function unlessOvertaken(error: unknown): void {
  if (!isConflict(error)) throw error
}
