import type { DashboardMetrics } from '@/types/analytics'
import type { AuthSession } from '@/types/auth'
import type { Conversation, ConversationDetail, Message } from '@/types/conversation'
import type { OnboardingProgress } from '@/types/onboarding'

/** A moment all samples refer to. */
export const NOW = '2026-03-02T09:00:00Z'

export function sampleSession(changes: Partial<AuthSession> = {}): AuthSession {
  return {
    user: {
      id: 'u-1',
      email: 'ada@fabrikam.example',
      name: 'Ada Brandt',
      tenantId: 't-1',
      role: 'admin',
      createdAt: NOW,
    },
    accessToken: 'short-lived',
    expiresAt: Date.now() + 60 * 60_000,
    absoluteExpiresAt: Date.now() + 12 * 60 * 60_000,
    tenantId: 't-1',
    tenant: {
      id: 't-1',
      name: 'Fabrikam',
      timezone: 'Europe/Madrid',
      locale: 'en-GB',
      onboarded: true,
    },
    ...changes,
  }
}

export function sampleMetrics(): DashboardMetrics {
  return {
    kpis: {
      totalMessages: { today: 1234, last7Days: 9876, last30Days: 45678 },
      activeConversations: 21,
      failedDeliveries: { count: 3, percentage: 0.4, trend: 'up' },
      avgResponseTime: 65,
    },
    charts: {
      messageVolume: [
        { timestamp: '2026-03-02T07:00:00Z', count: 5, direction: 'inbound' },
        { timestamp: '2026-03-02T07:00:00Z', count: 4, direction: 'outbound' },
        { timestamp: '2026-03-02T08:00:00Z', count: 7, direction: 'inbound' },
        { timestamp: '2026-03-02T08:00:00Z', count: 6, direction: 'outbound' },
      ],
      deliverySuccess: [{ date: '2026-03-01', success: 90, failed: 10 }],
    },
    tokenStatus: {
      whatsappToken: {
        expiresAt: '2026-06-01T00:00:00Z',
        daysRemaining: 90,
        status: 'healthy',
        neverExpires: false,
      },
      genesysToken: null,
    },
    lastUpdated: NOW,
    timezone: 'Europe/Madrid',
  }
}

export function sampleConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: 'c-1',
    waId: '34600111222',
    contactName: 'Lucía Prieto',
    conversationId: 'g-1',
    lastActivity: NOW,
    status: 'active',
    messageCount: 4,
    createdAt: '2026-03-01T09:00:00Z',
    phone: '34600111222',
    lastMessage: { text: 'Is my parcel on its way?', direction: 'inbound', kind: 'text' },
    windowExpiresAt: null,
    ...changes,
  }
}

export function sampleDetail(changes: Partial<ConversationDetail> = {}): ConversationDetail {
  return {
    ...sampleConversation(),
    auditTrail: [
      {
        id: 'a-1',
        timestamp: NOW,
        event: 'Message retried',
        actor: 'Ada Brandt',
        details: { attempt: 2 },
      },
    ],
    deliveryLogs: [
      {
        id: 'd-1',
        timestamp: NOW,
        direction: 'outbound',
        status: 'failed',
        error: 'The number is not on WhatsApp.',
        errorCode: '131026',
        messageId: 'wamid.1',
        attempts: 3,
      },
    ],
    widgetUrl: null,
    ...changes,
  }
}

export function sampleMessage(changes: Partial<Message> = {}): Message {
  return {
    id: 'm-1',
    conversationId: 'c-1',
    direction: 'inbound',
    kind: 'text',
    text: 'Is my parcel on its way?',
    at: NOW,
    status: 'delivered',
    author: { kind: 'customer', name: 'Lucía Prieto' },
    ...changes,
  }
}

/** A list answer holding these conversations as its only page, unless told otherwise. */
export function samplePage(
  conversations: Conversation[],
  totalCount = conversations.length,
  page = 1,
) {
  const totalPages = Math.ceil(totalCount / 25)
  return {
    conversations,
    pagination: {
      page,
      pageSize: 25,
      totalCount,
      totalPages,
      hasNext: page < totalPages,
      hasPrevious: page > 1,
    },
  }
}

/** A set-up that was just begun, unless told otherwise. */
export function sampleProgress(changes: Partial<OnboardingProgress> = {}): OnboardingProgress {
  return {
    progress: {
      organization: { companyName: '', contactEmail: '', supportPhone: '', region: '' },
      genesys: { clientId: '', region: '', environment: '', hasClientSecret: false },
      whatsapp: {
        wabaId: '',
        phoneNumberId: '',
        appId: '',
        hasSystemUserToken: false,
        hasAppSecret: false,
      },
    },
    currentStep: 1,
    completedSteps: [],
    revision: 0,
    savedAt: null,
    deployedAt: null,
    completedAt: null,
    ...changes,
  }
}
