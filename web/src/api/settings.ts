import {
  credentialDetail,
  regionalSettings,
  rotateSecretResponse,
  tenantSettings,
} from '@/types/settings'
import {
  type CredentialDetail,
  credentialsChecked,
  done,
  type RegionalValues,
  type RotateSecretResponse,
  type TenantSettings,
} from '@/types/settingsParts'
import { del, get, patch, post, put, type RequestOptions } from './client'

type CredentialType = CredentialDetail['type']

interface Confirmed {
  confirmationToken: string
}

interface CredentialChange extends Confirmed {
  type: CredentialType
  /** By field; one that is left out stays. */
  values: { readonly [field: string]: string }
}

interface Rotation extends Confirmed {
  /** 0 to 168: how long the old secret still verifies. */
  gracePeriodHours: number
  /** Although an older one still verifies. */
  force: boolean
}

const header = (confirmationToken: string) => ({
  headers: { 'X-Confirmation-Token': confirmationToken },
})

export function getSettings(options: RequestOptions): Promise<TenantSettings> {
  return get('/api/settings', tenantSettings, options)
}

/** `RESIDENCY_FIXED`: the data's place no longer changes. */
export function changeRegional(values: Partial<RegionalValues>): Promise<RegionalValues> {
  return patch('/api/settings/regional', values, regionalSettings)
}

/** Tested at the partner first: `CREDENTIAL_REFUSED` with its reason, and nothing is changed. */
export function replaceCredential({
  confirmationToken,
  ...change
}: CredentialChange): Promise<CredentialDetail> {
  return put('/api/settings/credentials', change, credentialDetail, header(confirmationToken))
}

/** Back to the version before; tested as well. */
export function rollBackCredential({
  type,
  confirmationToken,
}: Confirmed & { type: CredentialType }): Promise<CredentialDetail> {
  const path = `/api/settings/credentials/${type}/rollback`
  return post(path, {}, credentialDetail, header(confirmationToken))
}

/** Asks the partners anew what they say about the credentials. */
export async function checkCredentials(): Promise<CredentialDetail[]> {
  const answer = await post('/api/settings/credentials/check', {}, credentialsChecked)
  return answer.credentialDetails
}

/** The new secret is in the answer this once. `ROTATION_IN_PROGRESS`: an older one still verifies. */
export function rotateWebhookSecret({
  confirmationToken,
  ...rotation
}: Rotation): Promise<RotateSecretResponse> {
  return post(
    '/api/settings/webhook-secret/rotate',
    rotation,
    rotateSecretResponse,
    header(confirmationToken),
  )
}

/** The replaced secret verifies nothing from now on. */
export async function revokePreviousSecret({ confirmationToken }: Confirmed): Promise<void> {
  await del('/api/settings/webhook-secret/previous', done, header(confirmationToken))
}
