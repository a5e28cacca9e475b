import type { MessageKey, Translate } from '@/lib/i18n'

const CHECKS = [
  'genesys.reachable',
  'genesys.token',
  'genesys.organization',
  'genesys.integration',
  'genesys.ready',
  'genesys.webhook-url',
  'genesys.webhook-secret',
  'genesys.flow',
  'genesys.content',
  'genesys.permission',
  'genesys.callback',
  'whatsapp.token',
  'whatsapp.expiry',
  'whatsapp.account',
  'whatsapp.number-listed',
  'whatsapp.number',
  'whatsapp.health',
  'whatsapp.subscription',
  'whatsapp.app-callback',
  'whatsapp.effective-url',
  'whatsapp.loop',
  'whatsapp.templates',
  'webhook.address',
  'webhook.dns',
  'webhook.tls',
  'webhook.redirect',
  'webhook.latency',
  'webhook.handshake',
  'webhook.signature',
] as const

const STEPS = {
  'genesys-integration': 'onboarding.deploy.genesys-integration',
  'genesys-webhook': 'onboarding.deploy.genesys-webhook',
  'genesys-flow': 'onboarding.deploy.genesys-flow',
  'meta-subscription': 'onboarding.deploy.meta-subscription',
  'meta-callback': 'onboarding.deploy.meta-callback',
  'whatsapp-subscription': 'onboarding.deploy.whatsapp-subscription',
} as const satisfies { [step: string]: MessageKey }

/** What a check asks, in the person's language; the id of one that this version does not know. */
export function checkName(t: Translate, id: string): string {
  const known = CHECKS.find((check) => check === id)
  return known ? t(`onboarding.check.${known}`) : id
}

/** What a step of the deployment does. */
export function deployStepName(t: Translate, name: string): string {
  const known = Object.entries(STEPS).find(([step]) => step === name)
  return known ? t(known[1]) : name
}

const NEEDS = 'needs-'

/** Why a check was left out, as far as its code says. */
export function skippedText(t: Translate, code: string | null | undefined): string | undefined {
  if (code === 'not-deployed') return t('onboarding.check.notDeployed')
  if (code?.startsWith(NEEDS)) {
    return t('onboarding.check.needs', { check: checkName(t, code.slice(NEEDS.length)) })
  }
  return undefined
}
