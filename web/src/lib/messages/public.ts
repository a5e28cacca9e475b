import type { Area } from './catalogue'
import type { publicEn } from './public.en'

/** Texts that are needed before login and by shared parts. */
export const publicTexts: Area<typeof publicEn> = {
  en: async () => (await import('./public.en')).publicEn,
  es: async () => (await import('./public.es')).publicEs,
  pt: async () => (await import('./public.pt')).publicPt,
  de: async () => (await import('./public.de')).publicDe,
}
