import type { Area } from './catalogue'
import type { mediaEn } from './media.en'

/** Texts of files in a transcript. */
export const mediaTexts: Area<typeof mediaEn> = {
  en: async () => (await import('./media.en')).mediaEn,
  es: async () => (await import('./media.es')).mediaEs,
  pt: async () => (await import('./media.pt')).mediaPt,
  de: async () => (await import('./media.de')).mediaDe,
}
