import { z } from './schema'

/** Something changed in these conversations, and hence on the dashboard. */
export const activityEvent = z.object({
  at: z.iso.datetime(),
  conversationIds: z.array(z.string()),
  /** More conversations changed than are listed. */
  more: z.boolean(),
})
export type ActivityEvent = z.infer<typeof activityEvent>
