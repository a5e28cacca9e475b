import type { Area } from './catalogue'
import type { usersEn } from './users.en'

/** Texts of the page on users. */
export const usersTexts: Area<typeof usersEn> = {
  en: async () => (await import('./users.en')).usersEn,
  es: async () => (await import('./users.es')).usersEs,
  pt: async () => (await import('./users.pt')).usersPt,
  de: async () => (await import('./users.de')).usersDe,
}
