import { z } from './schema'
import {
  credentialDetail,
  type regionalSettings,
  type rotateSecretResponse,
  type tenantSettings,
} from './settings'

export type CredentialDetail = z.infer<typeof credentialDetail>
export type RegionalValues = z.infer<typeof regionalSettings>
export type RotateSecretResponse = z.infer<typeof rotateSecretResponse>
export type TenantSettings = z.infer<typeof tenantSettings>
export type WebhookSecretDetail = NonNullable<TenantSettings['webhookSecretDetail']>

export const credentialsChecked = z.object({ credentialDetails: z.array(credentialDetail) })

/** An answer that says nothing but that it was done. */
export const done = z.object({})
