import { z } from './schema'

/** Where to open the window in which the person signs in once more. */
export const confirmationInitResponse = z.object({ authUrl: z.url(), state: z.string() })

export const confirmationResponse = z.object({
  /** Good once, for this purpose, in this session; kept in memory only. */
  confirmationToken: z.string(),
  purpose: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
})
