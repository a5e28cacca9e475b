import type { Translate } from '@/lib/i18n'

/** What to say below a secret: that one is stored, or when a new one will be. */
export function storedHint(
  t: Translate,
  isStored: boolean,
  maskedValue: string | null | undefined,
): string {
  if (!isStored) return t('onboarding.secret.hint')
  return maskedValue
    ? t('onboarding.secret.storedEnding', { ending: maskedValue })
    : t('onboarding.secret.stored')
}
