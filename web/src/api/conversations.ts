import {
  type ConversationDetail,
  type ConversationListParams,
  type ConversationListResponse,
  conversationDetail,
  conversationListResponse,
} from '@/types/conversation'
import { type WidgetToken, widgetToken } from '@/types/widget'
import { get, type RequestOptions } from './client'

export function getConversations(
  params: ConversationListParams,
  options: RequestOptions,
): Promise<ConversationListResponse> {
  const query = new URLSearchParams({
    page: String(params.page),
    pageSize: String(params.pageSize),
    sortBy: params.sortBy,
    sortOrder: params.sortOrder,
  })
  if (params.search) query.set('search', params.search)
  if (params.status) query.set('status', params.status)
  if (params.errorCode) query.set('errorCode', params.errorCode)
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
