import { clsx } from 'clsx'
import { Check, CheckCheck, CircleX, Clock, type LucideIcon } from 'lucide-react'
import { Time } from '@/components/ui/Time'
import { useI18n } from '@/lib/i18n'
import type { Message, MessageStatus } from '@/types/conversation'
import { MessageFile } from './MessageFile'

interface Props {
  message: Message
  /** The message before it is from the same side, on the same day. */
  isGrouped: boolean
  repliesTo: Message | undefined
}

/** One message: the customer's on the left, the agent's on the right, the system's between. */
export function MessageBubble({ message, isGrouped, repliesTo }: Props) {
  const { t } = useI18n()
  if (message.author.kind === 'system') return <SystemLine message={message} />
  const isOurs = message.direction === 'outbound'
  const ground = isOurs ? 'bg-accent-tint' : 'bg-neutral-tint'
  const isFailed = message.status === 'failed'
  const author = message.author.name ?? t(`author.${message.author.kind}`)
  return (
    <article
      aria-label={t('message.by', { author })}
      className={clsx(
        'flex flex-col',
        isGrouped ? 'mt-1' : 'mt-3',
        isOurs ? 'items-end' : 'items-start',
      )}
    >
      {isGrouped ? null : <p className="mb-1 px-1 text-xs font-medium text-ink-subtle">{author}</p>}
      <div
        className={clsx(
          'max-w-[min(85%,34rem)] rounded-2xl px-3.5 py-2',
          isOurs ? 'rounded-br-sm' : 'rounded-bl-sm',
          isFailed ? 'border border-error/40 bg-error-tint' : ground,
        )}
      >
        {repliesTo ? <Quote message={repliesTo} /> : null}
        {message.media ? <MessageFile media={message.media} /> : null}
        <p className="whitespace-pre-wrap">{message.text}</p>
        <p className="mt-0.5 flex items-center justify-end gap-1 text-2xs text-ink-muted">
          <Time at={message.at} format="time" className="tabular" />
          <Delivery status={message.status} isOurs={isOurs} />
        </p>
      </div>
      {isFailed ? <Failure message={message} isOurs={isOurs} /> : null}
    </article>
  )
}

function SystemLine({ message }: { message: Message }) {
  return (
    <p className="my-3 text-center text-xs text-ink-subtle">
      {message.text} · <Time at={message.at} format="time" />
    </p>
  )
}

function Quote({ message }: { message: Message }) {
  return (
    <blockquote className="mb-1.5 line-clamp-2 border-s-2 border-line-strong ps-2 text-xs text-ink-muted">
      {message.text}
    </blockquote>
  )
}

const TICKS: { readonly [S in MessageStatus]: { icon: LucideIcon; look: string } } = {
  queued: { icon: Clock, look: 'text-ink-subtle' },
  accepted: { icon: Clock, look: 'text-ink-subtle' },
  sent: { icon: Check, look: 'text-ink-subtle' },
  delivered: { icon: CheckCheck, look: 'text-ink-subtle' },
  read: { icon: CheckCheck, look: 'text-accent-ink' },
  played: { icon: CheckCheck, look: 'text-accent-ink' },
  failed: { icon: CircleX, look: 'text-error-ink' },
}

/** A customer's message shows only trouble: that it reached the agent is the normal case. */
function Delivery({ status, isOurs }: { status: MessageStatus; isOurs: boolean }) {
  const { t } = useI18n()
  const { icon: Icon, look } = TICKS[status]
  const isNormal = !isOurs && status === 'delivered'
  return (
    <span title={t(`message.status.${status}`)}>
      {isNormal ? null : <Icon aria-hidden className={clsx('size-3.5', look)} />}
      <span className="sr-only">{t(`message.status.${status}`)}</span>
    </span>
  )
}

function Failure({ message, isOurs }: { message: Message; isOurs: boolean }) {
  const { t } = useI18n()
  return (
    <p
      className={clsx(
        'mt-1 max-w-[min(85%,34rem)] px-1 text-xs text-error-ink',
        isOurs && 'text-end',
      )}
    >
      {message.error ?? t('message.failed')}
      {message.errorCode ? <code className="ms-1.5 font-mono">{message.errorCode}</code> : null}
    </p>
  )
}
