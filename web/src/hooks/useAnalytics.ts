import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import {
  getDashboardMetrics,
  getDeliveryStats,
  getFailureReasons,
  getMessageVolume,
} from '@/api/analytics'
import { useConnectionState } from '@/lib/connection'
import { POLL_INTERVAL_MS } from '@/lib/constants'
import { queryKeys } from '@/lib/queryKeys'
import { requestOptions } from './requestOptions'
import { useSession } from './useAuth'

export function dashboardQuery(tenantId: string) {
  return queryOptions({
    queryKey: queryKeys.analytics.dashboard(tenantId),
    queryFn: (context) => getDashboardMetrics(requestOptions(context)),
  })
}

/** The dashboard's figures; events renew them, or every 30 s while none come. */
export function useDashboardMetrics() {
  const { tenantId } = useSession()
  return useQuery({ ...dashboardQuery(tenantId), refetchInterval: usePollInterval() })
}

/** Messages per day; `days`: 1 to 90, `null` asks for nothing. */
export function useMessageVolume(days: number | null) {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.analytics.messageVolume(tenantId, days ?? 0),
    queryFn: (context) => getMessageVolume(days ?? 1, requestOptions(context)),
    enabled: days !== null,
    refetchInterval: usePollInterval(),
  })
}

/** Deliveries per day; `days`: 1 to 90, `null` asks for nothing. */
export function useDeliveryStats(days: number | null) {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.analytics.deliveryStats(tenantId, days ?? 0),
    queryFn: (context) => getDeliveryStats(days ?? 1, requestOptions(context)),
    enabled: days !== null,
    refetchInterval: usePollInterval(),
  })
}

/** Why deliveries failed; `days`: 1 to 90. */
export function useFailureReasons(days: number) {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.analytics.failureReasons(tenantId, days),
    queryFn: (context) => getFailureReasons(days, requestOptions(context)),
    placeholderData: keepPreviousData,
    refetchInterval: usePollInterval(),
  })
}

/** Polling is for when events do not come; hidden pages never poll (the query client's default). */
function usePollInterval(): number | false {
  return useConnectionState() === 'live' ? false : POLL_INTERVAL_MS
}
