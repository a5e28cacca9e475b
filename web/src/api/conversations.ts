import {
  type ConversationDetail,
  type ConversationListParams,
  type ConversationListResponse,
  conversationDetail,
  conversationListResponse,
  type MessagePage,
  messagePage,
} from '@/types/conversation'
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

/** Without a cursor: the newest page. */
export function getMessages(
  id: string,
  cursor: string | null,
  options: RequestOptions,
): Promise<MessagePage> {
  const query = new URLSearchParams({ limit: '50' })
  if (cursor !== null) query.set('cursor', cursor)
  return get(`/api/conversations/${encodeURIComponent(id)}/messages?${query}`, messagePage, options)
}
