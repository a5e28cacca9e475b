import type { Area } from './catalogue'
import type { onboardingEn } from './onboarding.en'

/** Texts of the set-up wizard. */
export const onboardingTexts: Area<typeof onboardingEn> = {
  en: async () => (await import('./onboarding.en')).onboardingEn,
  es: async () => (await import('./onboarding.es')).onboardingEs,
  pt: async () => (await import('./onboarding.pt')).onboardingPt,
  de: async () => (await import('./onboarding.de')).onboardingDe,
}
