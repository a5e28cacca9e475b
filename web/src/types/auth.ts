import { z } from './schema'

// `z.url()` would weigh more on the login page than all of its texts.
const address = z.string().check(z.refine((value) => URL.canParse(value)))

const user = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  tenantId: z.string(),
  role: z.enum(['admin', 'viewer']),
  avatarUrl: z.nullish(z.string()),
  createdAt: z.iso.datetime(),
})

const tenant = z.object({
  id: z.string(),
  name: z.string(),
  /** IANA name, e.g. `Europe/Madrid`. */
  timezone: z.string(),
  /** BCP 47, e.g. `es-ES`. */
  locale: z.string(),
  onboarded: z.boolean(),
})

export const authSession = z.object({
  user,
  /** Short-lived token of this session; kept in memory only. */
  accessToken: z.string(),
  /** Epoch milliseconds; the end of the idle time. */
  expiresAt: z.number(),
  tenantId: z.string(),
  /** Epoch milliseconds; no refresh goes beyond it. */
  absoluteExpiresAt: z.number(),
  tenant,
})
export type AuthSession = z.infer<typeof authSession>

export const sessionResponse = z.object({ session: authSession })

export const callbackResponse = z.object({
  session: authSession,
  returnTo: z.nullish(z.string()),
})
export type CallbackResponse = z.infer<typeof callbackResponse>

export const loginInitiateResponse = z.object({ authUrl: address, state: z.string() })
export type LoginInitiateResponse = z.infer<typeof loginInitiateResponse>

export const logoutResponse = z.object({ genesysLogoutUrl: z.nullish(address) })
export type LogoutResponse = z.infer<typeof logoutResponse>

const genesysRegion = z.object({
  /** Such as `eu-west-1`. */
  id: z.string(),
  name: z.string(),
  host: z.string(),
})

export const loginOptions = z.object({
  regions: z.array(genesysRegion),
  defaultRegion: z.string(),
})
export type LoginOptions = z.infer<typeof loginOptions>
