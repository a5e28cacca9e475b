import type { Area } from './catalogue'
import type { settingsEn } from './settings.en'

/** Texts of the settings. */
export const settingsTexts: Area<typeof settingsEn> = {
  en: async () => (await import('./settings.en')).settingsEn,
  es: async () => (await import('./settings.es')).settingsEs,
  pt: async () => (await import('./settings.pt')).settingsPt,
  de: async () => (await import('./settings.de')).settingsDe,
}
