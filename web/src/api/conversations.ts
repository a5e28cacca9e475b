import {
  type ConversationDetail,
  type ConversationListParams,
  type ConversationListResponse,
  conversationDetail,
  conversationListResponse,
} from '@/types/conversation'
import { type WidgetToken, widgetToken } from '@/types/widget'
import { get, type RequestOptions } from './client'

/** Filters and order, without the page. */
export function listQuery(params: ConversationListParams): URLSearchParams {
  const { sortBy, sortOrder, search, status, direction, errorCode } = params
  const query = new URLSearchParams({ sortBy, sortOrder })
  for (const [name, value] of Object.entries({ search, status, direction, errorCode })) {
    if (value) query.set(name, value)
  }
  return query
}

export function getConversations(
  params: ConversationListParams,
  options: RequestOptions,
): Promise<ConversationListResponse> {
  const query = listQuery(params)
  query.set('page', String(params.page))
  query.set('pageSize', String(params.pageSize))
  return get(`/api/conversations?${query}`, conversationListResponse, options)
}

/** `id`: the portal's or Genesys' id of the conversation. */
export function getConversationDetail(
  id: string,
  options: RequestOptions,
): Promise<ConversationDetail> {
  return get(`/api/conversations/${encodeURIComponent(id)}`, conversationDetail, options)
}

/** `id`: the portal's or Genesys' id of the conversation. */
export function getWidgetToken(id: string, options: RequestOptions): Promise<WidgetToken> {
  return get(`/api/widget/token?convId=${encodeURIComponent(id)}`, widgetToken, options)
}
