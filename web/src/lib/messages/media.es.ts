import type { Translation } from './catalogue'
import type { mediaEn } from './media.en'

export const mediaEs: Translation<typeof mediaEn> = {
  'media.expired': 'El archivo se eliminó al terminar su plazo.',
  'media.kind.audio': 'Sonido',
  'media.kind.document': 'Documento',
  'media.kind.image': 'Imagen',
  'media.kind.sticker': 'Sticker',
  'media.kind.video': 'Vídeo',
  'media.missing': 'No se pudo obtener el archivo.',
  'media.open': 'Abrir {name}',
  'media.refused': 'El archivo no se transmitió.',
  'media.save': 'Guardar {name}',
  'media.waiting': 'El archivo está en camino.',
}
