import { useQuery } from '@tanstack/react-query'
import { getDashboardMetrics } from '@/api/analytics'
import { queryKeys } from '@/lib/queryKeys'
import type { TokenStatus } from '@/types/analytics'
import { useSession } from './useAuth'

/** Something that wants to be looked at, and where. */
export interface Alert {
  id: string
  kind: 'credential-expired' | 'credential-ends' | 'credential-missing'
  subject: 'whatsappToken' | 'genesysToken'
  /** Whole days left; 0 when it has ended or is missing. */
  days: number
  severity: 'critical' | 'warning'
}

const WARN_FROM_DAYS = 7
const EVERY_MS = 5 * 60_000

/**
 * What wants attention, the worst first; `undefined` while nobody knows. So far that is what the
 * dashboard knows of the credentials at both partners, asked for every five minutes.
 */
export function useAlerts(): readonly Alert[] | undefined {
  const { tenantId } = useSession()
  const { data } = useQuery({
    queryKey: queryKeys.alerts(tenantId),
    queryFn: ({ signal }) => getDashboardMetrics({ signal, background: true }),
    select: ({ tokenStatus }) => alertsOf(tokenStatus),
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
  })
  return data
}

export function alertsOf(tokens: TokenStatus): Alert[] {
  return (['whatsappToken', 'genesysToken'] as const)
    .flatMap((subject) => alertOf(subject, tokens[subject]) ?? [])
    .sort((a, b) => a.days - b.days)
}

function alertOf(
  subject: Alert['subject'],
  token: TokenStatus[Alert['subject']],
): Alert | undefined {
  if (token === null) {
    return {
      id: `${subject}-missing`,
      kind: 'credential-missing',
      subject,
      days: 0,
      severity: 'warning',
    }
  }
  if (token.neverExpires || token.daysRemaining > WARN_FROM_DAYS) return undefined
  const hasEnded = token.daysRemaining <= 0
  const days = Math.max(0, Math.trunc(token.daysRemaining))
  const kind = hasEnded ? 'credential-expired' : 'credential-ends'
  return {
    id: `${subject}-${kind}`,
    kind,
    subject,
    days,
    severity: hasEnded ? 'critical' : 'warning',
  }
}
