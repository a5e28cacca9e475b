import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dashboardMetrics, deliverySuccess, failureReasons, messageVolume } from '@/types/analytics'
import { apiErrorResponse, apiResponse } from '@/types/api'
import { apiTokenMade, apiTokensResponse } from '@/types/apiTokens'
import { auditLogPage, auditVerification } from '@/types/audit'
import {
  callbackResponse,
  loginInitiateResponse,
  loginOptions,
  logoutResponse,
  sessionResponse,
} from '@/types/auth'
import { confirmationInitResponse, confirmationResponse } from '@/types/confirmation'
import { conversationDetail, conversationListResponse, messagePage } from '@/types/conversation'
import { activityEvent } from '@/types/live'
import {
  credentialDetail,
  regionalSettings,
  rotateSecretResponse,
  tenantSettings,
} from '@/types/settings'
import { usersResponse } from '@/types/users'

const CONTRACT = join(process.cwd(), '..', 'contract')

/** What is inside the envelope of each example that the service's tests write. */
const SCHEMAS: { readonly [file: string]: { parse: (data: unknown) => unknown } } = {
  'analytics.dashboard.json': dashboardMetrics,
  'analytics.delivery.json': deliverySuccess,
  'analytics.failures.json': failureReasons,
  'analytics.messages.json': messageVolume,
  'api-tokens.list.json': apiTokensResponse,
  'api-tokens.made.json': apiTokenMade,
  'audit.list.json': auditLogPage,
  'audit.verify.json': auditVerification,
  'auth.callback.json': callbackResponse,
  'auth.confirm-callback.json': confirmationResponse,
  'auth.confirm-init.json': confirmationInitResponse,
  'auth.login-init.json': loginInitiateResponse,
  'auth.logout.json': logoutResponse,
  'auth.options.json': loginOptions,
  'auth.refresh.json': sessionResponse,
  'auth.session.json': sessionResponse,
  'conversations.detail.json': conversationDetail,
  'conversations.list.json': conversationListResponse,
  'conversations.messages.json': messagePage,
  'settings.credential.json': credentialDetail,
  'settings.regional.json': regionalSettings,
  'settings.rotate.json': rotateSecretResponse,
  'settings.show.json': tenantSettings,
  'users.list.json': usersResponse,
}

const files = existsSync(CONTRACT)
  ? readdirSync(CONTRACT).filter((file) => file.endsWith('.json'))
  : []

function exampleIn(file: string): unknown {
  return JSON.parse(readFileSync(join(CONTRACT, file), 'utf8'))
}

describe('the examples of the contract', () => {
  it.each(files)('%s is understood', (file) => {
    const example = exampleIn(file)
    if (file.startsWith('error.'))
      return expect(apiErrorResponse.parse(example).success).toBe(false)
    if (file === 'events.activity.json') return expect(activityEvent.parse(example)).toBeDefined()

    const schema = SCHEMAS[file]

    expect(schema, `no schema for contract/${file}`).toBeDefined()
    expect(schema?.parse(apiResponse.parse(example).data)).toBeDefined()
  })

  it('are examples of the envelope', () => {
    expect(() => apiResponse.parse({ data: {} })).toThrow()
  })
})
