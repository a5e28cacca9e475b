import { FileText, FileX, Loader, type LucideIcon } from 'lucide-react'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import type { MessageMedia } from '@/types/conversation'

interface Props {
  media: MessageMedia
}

/** The file of a message: seen or heard where the browser can, saved otherwise; or why it is not there. */
export function MessageFile({ media }: Props) {
  const { t } = useI18n()
  const name = media.fileName ?? t(`media.kind.${media.kind}`)
  if (media.url === null) return <Absent media={media} name={name} />
  switch (media.kind) {
    case 'image':
    case 'sticker':
      return <Picture url={media.url} name={name} isSmall={media.kind === 'sticker'} />
    case 'audio':
      return (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what customers say
        <audio controls preload="none" src={media.url} aria-label={name} className="my-1 w-64" />
      )
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what customers say
        <video
          controls
          preload="none"
          src={media.url}
          aria-label={name}
          className="my-1 max-h-72 rounded-lg"
        />
      )
    default:
      return <Chip url={media.url} name={name} bytes={media.bytes} />
  }
}

function Picture({ url, name, isSmall }: { url: string; name: string; isSmall: boolean }) {
  const { t } = useI18n()
  return (
    <a href={url} target="_blank" rel="noreferrer" title={t('media.open', { name })}>
      <img
        src={url}
        alt={name}
        loading="lazy"
        className={isSmall ? 'my-1 max-h-32' : 'my-1 max-h-72 rounded-lg'}
      />
    </a>
  )
}

function Chip({ url, name, bytes }: { url: string; name: string; bytes: number | null }) {
  const { t } = useI18n()
  const format = useFormat()
  const size = bytes === null ? '' : `${format.number(Math.max(1, Math.round(bytes / 1024)))} KB`
  return (
    <a
      href={url}
      download={name}
      aria-label={t('media.save', { name })}
      className="my-1 flex items-center gap-2 rounded-lg border border-line px-3 py-2 hover:bg-surface"
    >
      <FileText aria-hidden className="size-5 shrink-0 text-ink-muted" />
      <span className="truncate">{name}</span>
      <span className="tabular ms-auto shrink-0 text-xs text-ink-muted">{size}</span>
    </a>
  )
}

function Absent({ media, name }: { media: MessageMedia; name: string }) {
  const { t } = useI18n()
  const { state } = media
  const isComing = state === 'waiting' || state === 'kept'
  const Icon: LucideIcon = isComing ? Loader : FileX
  const why = isComing ? t('media.waiting') : t(`media.${state}`)
  return (
    <p className="my-1 flex items-start gap-2 rounded-lg border border-dashed border-line-strong px-3 py-2 text-sm text-ink-muted">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <span className="block text-ink">{name}</span>
        {why}
        {media.problem && !isComing ? <span className="block">{media.problem}</span> : null}
      </span>
    </p>
  )
}
