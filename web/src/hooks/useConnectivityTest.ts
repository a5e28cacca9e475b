import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { getLastTest, validateIntegration } from '@/api/onboarding'
import { queryKeys } from '@/lib/queryKeys'
import type { CheckGroup, ConnectivityCheck, TestFinished } from '@/types/onboarding'
import { requestOptions } from './requestOptions'
import { useSession } from './useAuth'

/** A check as the page shows it: how it stands now, over what it said the last time. */
export interface ShownCheck {
  id: string
  group: CheckGroup
  isRunning: boolean
  /** `undefined`: never came to an end. */
  result: ConnectivityCheck | undefined
  /** When `result` is of an earlier test, that test's time. */
  isEarlier: boolean
}

interface TestRun {
  isRunning: boolean
  checks: readonly ShownCheck[]
}

const NOTHING: TestRun = { isRunning: false, checks: [] }

/** What the last connectivity test said; `null`: there was none. */
export function useLastTest() {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.onboarding.test(tenantId),
    queryFn: (context) => getLastTest(requestOptions(context)),
  })
}

/** Runs the connectivity test and shows each check as it happens; earlier results stay meanwhile. */
export function useConnectivityTest(earlier: TestFinished | null) {
  const { tenantId } = useSession()
  const queryClient = useQueryClient()
  const [last, setLast] = useState(earlier ?? undefined)
  const [run, setRun] = useState<TestRun>(() =>
    last ? { isRunning: false, checks: last.checks.map(ended) } : NOTHING,
  )
  const [error, setError] = useState<unknown>(null)
  const abort = useRef(new AbortController())
  useEffect(() => {
    abort.current = new AbortController()
    return () => abort.current.abort()
  }, [])

  const start = async () => {
    setError(null)
    setRun((shown) => ({ isRunning: true, checks: shown.checks.map(asEarlier) }))
    try {
      const finished = await validateIntegration(
        {
          onStarted: ({ checks }) =>
            setRun((shown) => ({ ...shown, checks: listed(checks, shown) })),
          onCheck: (check) => setRun((shown) => ({ ...shown, checks: withCheck(shown, check) })),
        },
        abort.current.signal,
      )
      queryClient.setQueryData(queryKeys.onboarding.test(tenantId), finished)
      // Whether the test counts is the service's word: it knows what was changed meanwhile.
      await queryClient.refetchQueries({ queryKey: queryKeys.onboarding.progress(tenantId) })
      setLast(finished)
      setRun({ isRunning: false, checks: finished.checks.map(ended) })
    } catch (failure) {
      if (abort.current.signal.aborted) return
      setError(failure)
      setRun((shown) => ({ isRunning: false, checks: shown.checks.map(asStopped) }))
    }
  }
  return { ...run, last, error, start }
}

function ended(check: ConnectivityCheck): ShownCheck {
  return { id: check.id, group: check.group, isRunning: false, result: check, isEarlier: false }
}

function asEarlier(check: ShownCheck): ShownCheck {
  return { ...check, isEarlier: check.result !== undefined, isRunning: false }
}

function asStopped(check: ShownCheck): ShownCheck {
  return { ...check, isRunning: false }
}

function listed(
  checks: readonly { id: string; group: CheckGroup }[],
  shown: TestRun,
): ShownCheck[] {
  return checks.map(({ id, group }) => {
    const known = shown.checks.find((check) => check.id === id)
    return known ?? { id, group, isRunning: false, result: undefined, isEarlier: false }
  })
}

function withCheck({ checks }: TestRun, check: ConnectivityCheck): ShownCheck[] {
  const isKnown = checks.some(({ id }) => id === check.id)
  const all = isKnown ? checks : [...checks, { ...ended(check), result: undefined }]
  return all.map((shown) => {
    if (shown.id !== check.id) return shown
    return check.status === 'running' ? { ...shown, isRunning: true } : ended(check)
  })
}
