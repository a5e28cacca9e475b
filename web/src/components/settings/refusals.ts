import type { PortalError } from '@/lib/errors'
import type { Translate } from '@/lib/i18n'

const IN_OWN_WORDS = ['CREDENTIAL_REFUSED', 'PARTNER_REFUSED']

/** What a refused change means; a partner's reason in its own words. */
export function refusalText(t: Translate, error: PortalError): string | undefined {
  if (error.code === 'ROTATION_IN_PROGRESS') return t('settings.refused.rotation')
  if (error.code === 'NOTHING_TO_ROLL_BACK') return t('settings.refused.rollBack')
  if (error.fields.length > 0) return error.fields.map(({ message }) => message).join(' ')
  return IN_OWN_WORDS.includes(error.code) ? error.message : undefined
}
