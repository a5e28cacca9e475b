import { z } from './schema'

const credentialStatus = z.enum(['active', 'expiring-soon', 'expired'])

const credentialInfo = z.object({
  lastUpdated: z.iso.datetime(),
  status: credentialStatus,
  maskedValue: z.string(),
})

const credentialVersion = z.object({
  version: z.number(),
  createdAt: z.iso.datetime(),
  state: z.enum(['current', 'kept', 'accepted', 'erased', 'pending']),
})

export const credentialDetail = z.object({
  type: z.enum(['genesys-client', 'whatsapp-token', 'whatsapp-app-secret']),
  maskedValue: z.string(),
  lastUpdated: z.iso.datetime(),
  /** Null: never, or nobody knows. */
  expiresAt: z.nullable(z.iso.datetime()),
  neverExpires: z.boolean(),
  status: credentialStatus,
  /** What the partner says about it; sentences. */
  warnings: z.array(z.string()),
  canRollBack: z.boolean(),
  /** The newest first. */
  versions: z.array(credentialVersion),
})

export const regionalSettings = z.object({
  dataResidency: z.string(),
  /** IANA name. */
  timezone: z.string(),
  /** BCP 47. */
  locale: z.string(),
})

const webhookSecretDetail = z.object({
  createdAt: z.iso.datetime(),
  callsByCurrent: z.number(),
  /** The replaced secret that still verifies calls. */
  previous: z.nullable(
    z.object({
      validUntil: z.iso.datetime(),
      callsSigned: z.number(),
      /** Since it was replaced. */
      lastCallAt: z.nullable(z.iso.datetime()),
    }),
  ),
})

export const tenantSettings = z.object({
  /** Masked; empty before the deployment. */
  webhookSecret: z.string(),
  credentials: z.object({
    genesys: z.nullable(credentialInfo),
    whatsapp: z.nullable(credentialInfo),
  }),
  regional: regionalSettings,
  features: z.object({
    darkMode: z.boolean(),
    advancedAnalytics: z.boolean(),
    multiUser: z.boolean(),
  }),
  webhookSecretDetail: z.nullable(webhookSecretDetail),
  credentialDetails: z.array(credentialDetail),
  /** Whether the data's place can no longer change. */
  regionalFixed: z.boolean(),
  residencies: z.array(z.string()),
})

export const rotateSecretResponse = z.object({
  /** Shown this once; never cached. */
  newSecret: z.string(),
  oldSecretValidUntil: z.iso.datetime(),
  auditId: z.string(),
  /** False: it has to be entered at Genesys by hand. */
  pushedToGenesys: z.boolean(),
})
