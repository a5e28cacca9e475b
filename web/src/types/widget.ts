import { z } from './schema'

export const widgetToken = z.object({
  token: z.string(),
  expiresAt: z.iso.datetime(),
})
export type WidgetToken = z.infer<typeof widgetToken>

/** What the page around the widget tells it. */
export const hostMessage = z.object({
  kind: z.literal('agent-portal-widget'),
  token: z.string(),
  /** There may be new messages. */
  news: z.boolean(),
  theme: z.enum(['light', 'dark', 'system']),
  language: z.string(),
  locale: z.string(),
  timeZone: z.string(),
})
export type HostMessage = z.infer<typeof hostMessage>
