import { PortalError } from '@/lib/errors'
import type { MessageKey, Translate } from '@/lib/i18n'
import { toUserMessage } from '@/lib/userMessage'

const PROBLEMS = {
  companyName: 'onboarding.problem.companyName',
  contactEmail: 'onboarding.problem.contactEmail',
  supportPhone: 'onboarding.problem.supportPhone',
  organizationRegion: 'onboarding.problem.organizationRegion',
  clientId: 'onboarding.problem.clientId',
  clientSecret: 'onboarding.problem.clientSecret',
  genesysRegion: 'onboarding.problem.genesysRegion',
  environment: 'onboarding.problem.environment',
  integrationId: 'onboarding.problem.integrationId',
  flowId: 'onboarding.problem.flowId',
  wabaId: 'onboarding.problem.wabaId',
  phoneNumberId: 'onboarding.problem.phoneNumberId',
  systemUserToken: 'onboarding.problem.systemUserToken',
  appSecret: 'onboarding.problem.appSecret',
  appId: 'onboarding.problem.appId',
} as const satisfies { [problem: string]: MessageKey }

/** The text for a problem that a schema names, or what the service said itself. */
export function problemText(t: Translate, problem: string | undefined): string | undefined {
  if (problem === undefined || problem === '') return undefined
  const known = Object.entries(PROBLEMS).find(([name]) => name === problem)
  return known ? t(known[1]) : problem
}

const REFUSALS = {
  invalid_client: 'onboarding.partner.invalid_client',
  'other-organization': 'onboarding.partner.other-organization',
  'token-invalid': 'onboarding.partner.token-invalid',
  'scope-missing': 'onboarding.partner.scope-missing',
  'other-app': 'onboarding.partner.other-app',
} as const satisfies { [partnerCode: string]: MessageKey }

const IN_OWN_WORDS = ['PARTNER_REFUSED', 'CONFLICT', 'ONBOARDING_INCOMPLETE']

/** Why a step could not be saved; a partner's reason in its own words where we have none. */
export function failureText(t: Translate, error: unknown): string {
  if (!(error instanceof PortalError)) return toUserMessage(error, t)
  if (error.code === 'REVISION_CONFLICT') return t('onboarding.overtaken')
  const refusal = Object.entries(REFUSALS).find(([code]) => code === error.details.partnerCode)
  if (refusal) return t(refusal[1])
  if (IN_OWN_WORDS.includes(error.code)) return error.message
  if (error.fields.length > 0) return error.fields.map(({ message }) => message).join(' ')
  return toUserMessage(error, t)
}
