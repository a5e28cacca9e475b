import type { ConversationListParams } from '@/types/conversation'

/** Every key starts with the tenant, so that one tenant's data is never shown to another. */
export const queryKeys = {
  analytics: {
    all: (tenantId: string) => [tenantId, 'analytics'] as const,
    dashboard: (tenantId: string) => [tenantId, 'analytics', 'dashboard'] as const,
    messageVolume: (tenantId: string, days: number) =>
      [tenantId, 'analytics', 'messages', days] as const,
    deliveryStats: (tenantId: string, days: number) =>
      [tenantId, 'analytics', 'delivery', days] as const,
    failureReasons: (tenantId: string, days: number) =>
      [tenantId, 'analytics', 'failures', days] as const,
  },
  alerts: (tenantId: string) => [tenantId, 'alerts'] as const,
  onboarding: {
    all: (tenantId: string) => [tenantId, 'onboarding'] as const,
    progress: (tenantId: string) => [tenantId, 'onboarding', 'progress'] as const,
    integrations: (tenantId: string) => [tenantId, 'onboarding', 'integrations'] as const,
    numbers: (tenantId: string) => [tenantId, 'onboarding', 'numbers'] as const,
    webhooks: (tenantId: string) => [tenantId, 'onboarding', 'webhooks'] as const,
    test: (tenantId: string) => [tenantId, 'onboarding', 'test'] as const,
  },
  settings: (tenantId: string) => [tenantId, 'settings'] as const,
  users: (tenantId: string) => [tenantId, 'users'] as const,
  loginOptions: ['login-options'] as const,
  conversations: {
    lists: (tenantId: string) => [tenantId, 'conversations', 'list'] as const,
    list: (tenantId: string, params: ConversationListParams) =>
      [tenantId, 'conversations', 'list', params] as const,
    one: (tenantId: string, id: string) => [tenantId, 'conversations', 'one', id] as const,
    detail: (tenantId: string, id: string) =>
      [tenantId, 'conversations', 'one', id, 'detail'] as const,
    widgetToken: (tenantId: string, id: string) => [tenantId, 'widget-token', id] as const,
  },
}
