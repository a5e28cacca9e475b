import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, CornerDownLeft, CornerUpRight } from 'lucide-react'
import { Skeleton } from '@/components/ui/Skeleton'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { Time } from '@/components/ui/Time'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import type { Conversation, ConversationListParams, SortBy } from '@/types/conversation'
import { contactHandle, contactTitle } from './contactText'

interface Props {
  /** `undefined` while the first page is loading. */
  conversations: readonly Conversation[] | undefined
  params: ConversationListParams
  openId: string | null
  /** What is shown belongs to the filters of a moment ago. */
  isStale: boolean
  onOpen: (id: string) => void
  onSort: (sortBy: SortBy, sortOrder: 'asc' | 'desc') => void
}

const STATUS_TONES = { active: 'success', closed: 'neutral', error: 'error' } as const
/** As many as fill a window, so that nothing below them jumps. */
const PLACEHOLDER_ROWS = Array.from({ length: 16 }, (_, row) => `${row}`)

export function ConversationTable({
  conversations,
  params,
  openId,
  isStale,
  onOpen,
  onSort,
}: Props) {
  const { t } = useI18n()
  return (
    <Table
      caption={t('nav.conversations')}
      aria-busy={isStale}
      className={clsx('table-fixed transition-opacity', isStale && 'opacity-60')}
    >
      <thead>
        <tr>
          <SortableHeader
            column="contactName"
            params={params}
            onSort={onSort}
            className="md:w-[24%]"
          />
          <HeaderCell className="hidden md:table-cell">{t('conversations.lastMessage')}</HeaderCell>
          <SortableHeader
            column="status"
            params={params}
            onSort={onSort}
            className="w-14 sm:w-24 md:w-28"
            labelClassName="max-sm:sr-only"
          />
          <SortableHeader
            column="messageCount"
            params={params}
            onSort={onSort}
            className="hidden w-28 text-end lg:table-cell"
          />
          <SortableHeader
            column="createdAt"
            params={params}
            onSort={onSort}
            className="hidden w-36 lg:table-cell"
          />
          <SortableHeader
            column="lastActivity"
            params={params}
            onSort={onSort}
            className="w-34 md:w-36"
          />
        </tr>
      </thead>
      <tbody>
        {conversations === undefined
          ? PLACEHOLDER_ROWS.map((row) => <PlaceholderRow key={row} />)
          : conversations.map((conversation) => (
              <ConversationRow
                key={conversation.id}
                conversation={conversation}
                isOpen={conversation.id === openId}
                onOpen={onOpen}
              />
            ))}
      </tbody>
    </Table>
  )
}

interface SortableHeaderProps extends Pick<Props, 'params' | 'onSort'> {
  column: SortBy
  className: string
  labelClassName?: string
}

const LABELS = {
  contactName: 'conversations.contact',
  status: 'conversations.status',
  messageCount: 'conversations.messages',
  createdAt: 'conversations.createdAt',
  lastActivity: 'conversations.lastActivity',
} as const

function SortableHeader({
  column,
  params,
  onSort,
  className,
  labelClassName,
}: SortableHeaderProps) {
  const { t } = useI18n()
  const isSorted = params.sortBy === column
  const isAscending = params.sortOrder === 'asc'
  const Icon = isAscending ? ArrowUp : ArrowDown
  const sortedAs = isAscending ? 'ascending' : 'descending'
  return (
    <HeaderCell className={className} aria-sort={isSorted ? sortedAs : 'none'}>
      <button
        type="button"
        onClick={() => onSort(column, isSorted && !isAscending ? 'asc' : 'desc')}
        className={clsx(
          'inline-flex items-center gap-1 rounded-sm hover:text-ink',
          isSorted && 'text-ink',
        )}
      >
        <span className={labelClassName}>{t(LABELS[column])}</span>
        <Icon aria-hidden className={clsx('size-3.5', !isSorted && 'invisible')} />
      </button>
    </HeaderCell>
  )
}

interface RowProps extends Pick<Props, 'onOpen'> {
  conversation: Conversation
  isOpen: boolean
}

/** The whole row opens with the mouse; the button in it is for everybody else. */
function ConversationRow({ conversation, isOpen, onOpen }: RowProps) {
  const { t } = useI18n()
  const format = useFormat()
  const title = contactTitle(conversation)
  const handle = contactHandle(conversation)
  return (
    <tr
      onClick={(event) => {
        event.currentTarget.querySelector('button')?.focus()
        onOpen(conversation.id)
      }}
      className={clsx(
        'group cursor-pointer transition-colors hover:bg-hover',
        isOpen && 'bg-accent-tint',
      )}
    >
      <Cell>
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={(event) => {
            event.stopPropagation()
            onOpen(conversation.id)
          }}
          className="block max-w-full truncate rounded-sm text-start font-medium group-hover:text-accent-ink"
        >
          {title}
        </button>
        <span className="tabular block truncate text-xs text-ink-subtle">
          {handle === title ? t('conversations.noName') : handle}
        </span>
        <span className="mt-0.5 block text-xs md:hidden">
          <LastMessage message={conversation.lastMessage} />
        </span>
      </Cell>
      <Cell className="hidden md:table-cell">
        <LastMessage message={conversation.lastMessage} />
      </Cell>
      <Cell>
        <StatusBadge
          isCompact
          tone={STATUS_TONES[conversation.status]}
          label={t(`conversation.status.${conversation.status}`)}
        />
      </Cell>
      <Cell className="tabular hidden text-end lg:table-cell">
        {format.number(conversation.messageCount)}
      </Cell>
      <Cell className="tabular hidden truncate text-ink-muted lg:table-cell">
        <Time at={conversation.createdAt} />
      </Cell>
      <Cell className="tabular truncate text-ink-muted">
        <Time at={conversation.lastActivity} format="relative" />
      </Cell>
    </tr>
  )
}

function LastMessage({ message }: { message: Conversation['lastMessage'] }) {
  const { t } = useI18n()
  if (!message) return <span className="text-ink-subtle">–</span>
  const Icon = message.direction === 'inbound' ? CornerDownLeft : CornerUpRight
  return (
    <span className="flex items-center gap-2 text-ink-muted">
      <Icon aria-hidden className="size-3.5 shrink-0 text-ink-subtle" />
      <span className="sr-only">{t(`direction.${message.direction}`)}: </span>
      <span className="truncate">{message.text}</span>
    </span>
  )
}

const PLACEHOLDER_CELLS = [
  { where: 'hidden md:table-cell', width: 'w-56' },
  { where: '', width: 'w-16' },
  { where: 'hidden lg:table-cell', width: 'ms-auto w-8' },
  { where: 'hidden lg:table-cell', width: 'w-24' },
  { where: '', width: 'w-20' },
]

function PlaceholderRow() {
  return (
    <tr>
      <Cell>
        <Skeleton className="my-0.5 h-4 w-32 max-w-full" />
        <Skeleton className="mt-2 h-3 w-24" />
      </Cell>
      {PLACEHOLDER_CELLS.map(({ where, width }) => (
        <Cell key={width} className={where}>
          <Skeleton className={clsx('h-4 max-w-full', width)} />
        </Cell>
      ))}
    </tr>
  )
}
