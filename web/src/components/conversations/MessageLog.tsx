import { ArrowDown } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import { useNow } from '@/lib/useNow'
import type { Message } from '@/types/conversation'
import { MessageBubble } from './MessageBubble'

interface Props {
  /** Oldest first. */
  messages: readonly Message[]
  before: ReactNode
}

/** Messages as the two sides saw them. What is out of sight costs no layout, however long the log. */
export function MessageLog({ messages, before }: Props) {
  const { t } = useI18n()
  const format = useFormat()
  const { log, onScroll, isAtEnd, goToEnd } = useStickyEnd(messages)
  const byId = new Map(
    messages.flatMap((message) => [
      [message.id, message],
      [message.wamid, message],
    ]),
  )
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={log}
        role="log"
        aria-label={t('conversation.widget')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        className="focus-inset h-full overflow-y-auto px-5 py-3"
      >
        {before}
        {messages.map((message, index) => {
          const day = format.dayKey(message.at)
          const previous = messages[index - 1]
          const isNewDay = previous === undefined || format.dayKey(previous.at) !== day
          return (
            <div key={message.id} className="skip-unseen">
              {isNewDay ? <DaySeparator day={day} /> : null}
              <MessageBubble
                message={message}
                isGrouped={!isNewDay && previous?.author.kind === message.author.kind}
                repliesTo={message.replyTo ? byId.get(message.replyTo) : undefined}
              />
            </div>
          )
        })}
      </div>
      {isAtEnd ? null : (
        <Button
          variant="secondary"
          size="sm"
          className="absolute bottom-4 left-1/2 -translate-x-1/2"
          onClick={goToEnd}
        >
          <ArrowDown aria-hidden className="size-3.5" />
          {t('transcript.newest')}
        </Button>
      )}
    </div>
  )
}

function DaySeparator({ day }: { day: string }) {
  const { t } = useI18n()
  const format = useFormat()
  const now = useNow()
  const label = () => {
    if (day === format.dayKey(now)) return t('day.today')
    if (day === format.dayKey(now - 86_400_000)) return t('day.yesterday')
    return format.weekday(day)
  }
  return (
    <div className="my-4 flex items-center gap-3 text-xs font-medium text-ink-subtle">
      <span className="h-px flex-1 bg-line" />
      {label()}
      <span className="h-px flex-1 bg-line" />
    </div>
  )
}

const END_TOLERANCE_PX = 48

/** Stays with the newest message while the reader is there, and in place while they read older ones. */
function useStickyEnd(messages: readonly Message[]) {
  const log = useRef<HTMLDivElement>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const fromEnd = useRef(0)
  const firstId = useRef(messages[0]?.id)

  useLayoutEffect(() => {
    const element = log.current
    if (element === null) return
    const hasOlder = firstId.current !== messages[0]?.id
    firstId.current = messages[0]?.id
    if (isAtEnd) element.scrollTop = element.scrollHeight
    else if (hasOlder) element.scrollTop = element.scrollHeight - fromEnd.current
  }, [messages, isAtEnd])

  const onScroll = () => {
    const element = log.current
    if (element === null) return
    fromEnd.current = element.scrollHeight - element.scrollTop
    setAtEnd(fromEnd.current - element.clientHeight < END_TOLERANCE_PX)
  }
  return { log, onScroll, isAtEnd, goToEnd: () => setAtEnd(true) }
}
