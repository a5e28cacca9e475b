import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { getConversationDetail, getConversations, getMessages } from '@/api/conversations'
import { useConnectionState } from '@/lib/connection'
import { POLL_INTERVAL_MS } from '@/lib/constants'
import { queryKeys } from '@/lib/queryKeys'
import type { ConversationListParams } from '@/types/conversation'
import { requestOptions } from './requestOptions'
import { useSession } from './useAuth'

const SEARCH_RESULTS = 8

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

/** The transcript, oldest message first; `fetchNextPage` leads to older ones. */
export function useTranscript(id: string) {
  const { tenantId } = useSession()
  return useInfiniteQuery({
    queryKey: queryKeys.conversations.messages(tenantId, id),
    queryFn: (context) => getMessages(id, context.pageParam, requestOptions(context)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => [...pages].reverse().flatMap((page) => page.messages),
    refetchInterval: usePollInterval(),
  })
}

function usePollInterval(): number | false {
  return useConnectionState() === 'live' ? false : POLL_INTERVAL_MS
}
