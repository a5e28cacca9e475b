import { z } from './schema'

/** Where to open the window in which the person signs in once more. */
export const confirmationInitResponse = z.object({ authUrl: z.url(), state: z.string() })

export type ConfirmationInit = z.infer<typeof confirmationInitResponse>

export const confirmationResponse = z.object({
  /** Good once, for this purpose, in this session; kept in memory only. */
  confirmationToken: z.string(),
  purpose: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
})
export type ConfirmationResponse = z.infer<typeof confirmationResponse>

/** What is confirmed: a token is good for one of these alone. */
export type ConfirmationPurpose =
  | 'rotate-webhook-secret'
  | 'revoke-webhook-secret'
  | 'replace-credential'
  | 'change-role'
