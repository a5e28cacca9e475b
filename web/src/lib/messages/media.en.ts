/** Texts of files in a transcript. */
export const mediaEn = {
  'media.expired': 'The file was deleted when its time was over.',
  'media.kind.audio': 'Sound',
  'media.kind.document': 'Document',
  'media.kind.image': 'Picture',
  'media.kind.sticker': 'Sticker',
  'media.kind.video': 'Film',
  'media.missing': 'The file could not be fetched.',
  'media.open': 'Open {name}',
  'media.refused': 'The file was not passed on.',
  'media.save': 'Save {name}',
  'media.waiting': 'The file is on its way.',
} as const
