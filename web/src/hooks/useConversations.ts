import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getConversationDetail, getConversations, getWidgetToken } from '@/api/conversations'
import { useConnectionState } from '@/lib/connection'
import { POLL_INTERVAL_MS } from '@/lib/constants'
import { queryKeys } from '@/lib/queryKeys'
import type { ConversationListParams } from '@/types/conversation'
import { requestOptions } from './requestOptions'
import { useSession } from './useAuth'

const SEARCH_RESULTS = 8
/** Half of what the service gives. */
const TOKEN_RENEWAL_MS = 300_000

/** One page of the list; the previous one stays until it is there. */
export function useConversations(params: ConversationListParams) {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.conversations.list(tenantId, params),
    queryFn: (context) => getConversations(params, requestOptions(context)),
    placeholderData: keepPreviousData,
    refetchInterval: usePollInterval(),
  })
}

/** The best matches for a name, number or id; none for an empty text. */
export function useConversationSearch(search: string) {
  const { tenantId } = useSession()
  const params: ConversationListParams = {
    page: 1,
    pageSize: SEARCH_RESULTS,
    search,
    sortBy: 'lastActivity',
    sortOrder: 'desc',
  }
  return useQuery({
    queryKey: queryKeys.conversations.list(tenantId, params),
    queryFn: (context) => getConversations(params, requestOptions(context)),
    select: (response) => response.conversations,
    placeholderData: keepPreviousData,
    enabled: search !== '',
  })
}

/** `id`: the portal's or Genesys' id. */
export function useConversationDetail(id: string) {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.conversations.detail(tenantId, id),
    queryFn: (context) => getConversationDetail(id, requestOptions(context)),
    refetchInterval: usePollInterval(),
  })
}

/** A token that opens one transcript; renewed long before it ends. */
export function useWidgetToken(id: string) {
  const { tenantId } = useSession()
  return useQuery({
    queryKey: queryKeys.conversations.widgetToken(tenantId, id),
    queryFn: (context) => getWidgetToken(id, requestOptions(context)),
    staleTime: TOKEN_RENEWAL_MS,
    refetchInterval: TOKEN_RENEWAL_MS,
  })
}

function usePollInterval(): number | false {
  return useConnectionState() === 'live' ? false : POLL_INTERVAL_MS
}
