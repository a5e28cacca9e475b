import { paginationInfo } from './api'
import { z } from './schema'

const conversationStatus = z.enum(['active', 'closed', 'error'])
export type ConversationStatus = z.infer<typeof conversationStatus>

const direction = z.enum(['inbound', 'outbound'])
export type Direction = z.infer<typeof direction>

const conversationFields = {
  id: z.string(),
  /** Phone id (digits only) or business-scoped user id. */
  waId: z.string(),
  contactName: z.string(),
  /** Genesys conversation id; empty until Genesys gave one. */
  conversationId: z.string(),
  lastActivity: z.iso.datetime(),
  status: conversationStatus,
  messageCount: z.number(),
  createdAt: z.iso.datetime(),
  metadata: z.nullish(z.record(z.string(), z.unknown())),
  phone: z.nullish(z.string()),
  userId: z.nullish(z.string()),
  username: z.nullish(z.string()),
  phoneNumberId: z.nullish(z.string()),
  lastMessage: z.nullish(z.object({ text: z.string(), direction, kind: z.string() })),
  /** End of WhatsApp's 24-hour service window; `null`: the contact never wrote. */
  windowExpiresAt: z.nullish(z.iso.datetime()),
}

const conversation = z.object(conversationFields)
export type Conversation = z.infer<typeof conversation>

export const conversationListResponse = z.object({
  conversations: z.array(conversation),
  pagination: paginationInfo,
})
export type ConversationListResponse = z.infer<typeof conversationListResponse>

export const SORT_COLUMNS = [
  'lastActivity',
  'createdAt',
  'contactName',
  'status',
  'messageCount',
] as const
export type SortBy = (typeof SORT_COLUMNS)[number]

export interface ConversationListParams {
  page: number
  pageSize: number
  search?: string
  status?: ConversationStatus
  /** Of the last message. */
  direction?: Direction
  /** Of the latest failure. */
  errorCode?: string
  sortBy: SortBy
  sortOrder: 'asc' | 'desc'
}

const auditEntry = z.object({
  id: z.string(),
  timestamp: z.iso.datetime(),
  event: z.string(),
  actor: z.string(),
  details: z.record(z.string(), z.unknown()),
})
export type AuditEntry = z.infer<typeof auditEntry>

const deliveryLog = z.object({
  id: z.string(),
  timestamp: z.iso.datetime(),
  direction,
  status: z.enum(['delivered', 'failed', 'pending']),
  error: z.nullish(z.string()),
  messageId: z.string(),
  rawStatus: z.nullish(z.string()),
  errorCode: z.nullish(z.string()),
  attempts: z.nullish(z.number()),
})
export type DeliveryLog = z.infer<typeof deliveryLog>

export const conversationDetail = z.object({
  ...conversationFields,
  auditTrail: z.array(auditEntry),
  deliveryLogs: z.array(deliveryLog),
  widgetUrl: z.nullish(z.string()),
})
export type ConversationDetail = z.infer<typeof conversationDetail>

const messageStatus = z.enum([
  'queued',
  'accepted',
  'sent',
  'delivered',
  'read',
  'played',
  'failed',
])
export type MessageStatus = z.infer<typeof messageStatus>

const messageMedia = z.object({
  kind: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
  mimeType: z.nullable(z.string()),
  fileName: z.nullable(z.string()),
  bytes: z.nullable(z.number()),
  /** Of the same origin, works for some minutes; null unless the file is kept. */
  url: z.nullable(z.string()),
  state: z.enum(['waiting', 'kept', 'refused', 'missing', 'expired']),
  /** In one sentence. */
  problem: z.nullable(z.string()),
})
export type MessageMedia = z.infer<typeof messageMedia>

const message = z.object({
  id: z.string(),
  conversationId: z.string(),
  direction,
  /** Open set: a kind this version does not know is shown by its text. */
  kind: z.string(),
  /** Always something readable. */
  text: z.string(),
  at: z.iso.datetime(),
  status: messageStatus,
  error: z.nullish(z.string()),
  errorCode: z.nullish(z.string()),
  wamid: z.nullish(z.string()),
  genesysId: z.nullish(z.string()),
  author: z.object({
    kind: z.enum(['customer', 'agent', 'bot', 'system']),
    name: z.nullish(z.string()),
  }),
  replyTo: z.nullish(z.string()),
  media: z.nullish(messageMedia),
})
export type Message = z.infer<typeof message>

/** Oldest first inside a page; the cursor leads to older pages. */
export const messagePage = z.object({
  messages: z.array(message),
  nextCursor: z.nullish(z.string()),
})
export type MessagePage = z.infer<typeof messagePage>
