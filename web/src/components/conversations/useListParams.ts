import { useContext } from 'react'
import { UNSAFE_DataRouterContext, useSearchParams } from 'react-router'
import { PAGE_SIZE } from '@/lib/constants'
import {
  type ConversationListParams,
  type ConversationStatus,
  type Direction,
  SORT_COLUMNS,
} from '@/types/conversation'

export const STATUSES: readonly ConversationStatus[] = ['active', 'closed', 'error']

export const DIRECTIONS: readonly Direction[] = ['inbound', 'outbound']

type Change = Partial<Omit<ConversationListParams, 'pageSize'>>

/** Filters, order and page of the list, kept in the address so that it can be shared. */
export function useListParams() {
  const [query, setQuery] = useSearchParams()
  const latest = useLatestQuery()
  const status = STATUSES.find((candidate) => candidate === query.get('status'))
  const direction = DIRECTIONS.find((candidate) => candidate === query.get('direction'))
  const search = query.get('search') ?? ''
  const errorCode = query.get('errorCode') ?? ''
  const params: ConversationListParams = {
    page: Math.max(1, Math.trunc(Number(query.get('page') ?? 1)) || 1),
    pageSize: PAGE_SIZE,
    sortBy: SORT_COLUMNS.find((column) => column === query.get('sortBy')) ?? 'lastActivity',
    sortOrder: query.get('sortOrder') === 'asc' ? 'asc' : 'desc',
    ...(search === '' ? {} : { search }),
    ...(status === undefined ? {} : { status }),
    ...(direction === undefined ? {} : { direction }),
    ...(errorCode === '' ? {} : { errorCode }),
  }

  /** Everything but a change of page starts again on the first one. */
  const change = (changes: Change) =>
    setQuery(
      (current) => {
        const next = latest(current)
        if (!('page' in changes)) next.delete('page')
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === '' || isDefault(name, value)) next.delete(name)
          else next.set(name, String(value))
        }
        return next
      },
      { replace: !('page' in changes), preventScrollReset: true },
    )

  return { params, change }
}

function isDefault(name: string, value: string | number): boolean {
  const defaults: { readonly [name: string]: string | number } = {
    page: 1,
    sortBy: 'lastActivity',
    sortOrder: 'desc',
  }
  return defaults[name] === value
}

/** Which conversation the drawer shows, in the address as well. */
export function useOpenConversation() {
  const [query, setQuery] = useSearchParams()
  const latest = useLatestQuery()
  const open = (id: string) => setQuery((current) => withConversation(latest(current), id))
  const close = () => setQuery((current) => withConversation(latest(current), null))
  return { openId: query.get('conversation'), open, close }
}

function withConversation(current: URLSearchParams, id: string | null): URLSearchParams {
  const next = new URLSearchParams(current)
  if (id === null) next.delete('conversation')
  else next.set('conversation', id)
  return next
}

/**
 * The query of the address as it is now. What is rendered can be behind it, while the code of what opens is
 * loading; a search that starts then must not undo what was opened.
 */
function useLatestQuery(): (rendered: URLSearchParams) => URLSearchParams {
  const context = useContext(UNSAFE_DataRouterContext)
  return (rendered) => new URLSearchParams(context?.router.state.location.search ?? rendered)
}
