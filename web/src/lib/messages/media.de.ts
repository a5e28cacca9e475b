import type { Translation } from './catalogue'
import type { mediaEn } from './media.en'

export const mediaDe: Translation<typeof mediaEn> = {
  'media.expired': 'Die Datei wurde nach Ablauf ihrer Frist gelöscht.',
  'media.kind.audio': 'Ton',
  'media.kind.document': 'Dokument',
  'media.kind.image': 'Bild',
  'media.kind.sticker': 'Sticker',
  'media.kind.video': 'Film',
  'media.missing': 'Die Datei konnte nicht geholt werden.',
  'media.open': '{name} öffnen',
  'media.refused': 'Die Datei wurde nicht weitergegeben.',
  'media.save': '{name} speichern',
  'media.waiting': 'Die Datei ist unterwegs.',
}
