import type { Area } from './catalogue'
import type { consoleEn } from './console.en'

/** Texts of the console, needed once somebody is signed in. */
export const consoleTexts: Area<typeof consoleEn> = {
  en: async () => (await import('./console.en')).consoleEn,
  es: async () => (await import('./console.es')).consoleEs,
  pt: async () => (await import('./console.pt')).consolePt,
  de: async () => (await import('./console.de')).consoleDe,
}
