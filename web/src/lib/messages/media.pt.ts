import type { Translation } from './catalogue'
import type { mediaEn } from './media.en'

export const mediaPt: Translation<typeof mediaEn> = {
  'media.expired': 'O arquivo foi excluído ao fim do prazo.',
  'media.kind.audio': 'Som',
  'media.kind.document': 'Documento',
  'media.kind.image': 'Imagem',
  'media.kind.sticker': 'Figurinha',
  'media.kind.video': 'Vídeo',
  'media.missing': 'Não foi possível obter o arquivo.',
  'media.open': 'Abrir {name}',
  'media.refused': 'O arquivo não foi repassado.',
  'media.save': 'Salvar {name}',
  'media.waiting': 'O arquivo está a caminho.',
}
