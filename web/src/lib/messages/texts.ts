import type { consoleEn } from './console.en'
import type { mediaEn } from './media.en'
import type { onboardingEn } from './onboarding.en'
import type { publicEn } from './public.en'
import type { settingsEn } from './settings.en'
import type { usersEn } from './users.en'

/**
 * Every text of the console, in English. An area is added here and by a file of its loaders
 * (`console.ts` is one), which the page that shows it hands to `lazyPage`.
 */
export type Texts = typeof publicEn &
  typeof consoleEn &
  typeof mediaEn &
  typeof onboardingEn &
  typeof settingsEn &
  typeof usersEn
