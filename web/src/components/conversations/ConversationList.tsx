import { MessagesSquare, SearchX } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { PageHeader } from '@/components/layout/PageHeader'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorState } from '@/components/ui/ErrorState'
import { FilterChips } from '@/components/ui/FilterChips'
import { Pagination } from '@/components/ui/Pagination'
import { useConversations } from '@/hooks/useConversations'
import { useI18n } from '@/lib/i18n'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import type { PaginationInfo } from '@/types/api'
import type { ConversationListParams } from '@/types/conversation'
import { ConversationFilters } from './ConversationFilters'
import { ConversationTable } from './ConversationTable'
import { ExportButton } from './ExportButton'
import { useListParams, useOpenConversation } from './useListParams'

const ConversationDetailDrawer = lazy(async () => ({
  default: (await import('./ConversationDetailDrawer')).ConversationDetailDrawer,
}))

/** All conversations of the organisation, to search, filter and open. */
export function ConversationList() {
  const { t } = useI18n()
  const { params, change } = useListParams()
  const { openId, open, close } = useOpenConversation()
  const { data, error, isPlaceholderData, isFetching, refetch } = useConversations(params)
  const reset = () =>
    change({ search: undefined, status: undefined, direction: undefined, errorCode: undefined })

  return (
    <div className="space-y-4">
      <PageHeader title={t('nav.conversations')} description={t('conversations.lead')} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <ConversationFilters params={params} onChange={change} />
        <ExportButton params={params} />
      </div>
      <ActiveFilters params={params} onChange={change} onClear={reset} />
      <Card className="overflow-hidden">
        {data === undefined && error !== null ? (
          <ErrorState
            title={t('conversations.failed')}
            message={toUserMessage(error, t)}
            requestId={requestIdOf(error)}
            isRetrying={isFetching}
            onRetry={() => void refetch()}
          />
        ) : null}
        {data?.pagination.totalCount === 0 ? (
          <NoConversations isFiltered={isFiltered(params)} onReset={reset} />
        ) : null}
        {isTableShown(data?.pagination, error) ? (
          <ConversationTable
            conversations={data?.conversations}
            params={params}
            openId={openId}
            isStale={isPlaceholderData}
            onOpen={open}
            onSort={(sortBy, sortOrder) => change({ sortBy, sortOrder })}
          />
        ) : null}
        {data && data.pagination.totalCount > 0 ? (
          <ListFooter pagination={data.pagination} onPageChange={(page) => change({ page })} />
        ) : null}
      </Card>
      {openId === null ? null : (
        <Suspense fallback={null}>
          <ConversationDetailDrawer conversationId={openId} onClose={close} />
        </Suspense>
      )}
    </div>
  )
}

interface ActiveFiltersProps {
  params: ConversationListParams
  onChange: (changes: { status?: undefined; direction?: undefined; errorCode?: undefined }) => void
  onClear: () => void
}

/** The filters that a link may have set; what is searched for stands in its field. */
function ActiveFilters({ params, onChange, onClear }: ActiveFiltersProps) {
  const { t } = useI18n()
  const { status, direction, errorCode } = params
  const filters = [
    status
      ? {
          key: 'status',
          name: t('conversations.status'),
          value: t(`conversation.status.${status}`),
        }
      : null,
    direction
      ? {
          key: 'direction',
          name: t('conversations.lastMessage'),
          value: t(`direction.${direction}`),
        }
      : null,
    errorCode ? { key: 'errorCode', name: t('failures.code'), value: errorCode } : null,
  ].filter((filter) => filter !== null)
  return (
    <FilterChips
      filters={filters}
      onRemove={(key) => onChange({ [key]: undefined })}
      onClear={onClear}
    />
  )
}

function isFiltered({ search, status, direction, errorCode }: ConversationListParams): boolean {
  return [search, status, direction, errorCode].some((filter) => filter !== undefined)
}

function isTableShown(pagination: PaginationInfo | undefined, error: Error | null): boolean {
  return pagination === undefined ? error === null : pagination.totalCount > 0
}

interface ListFooterProps {
  pagination: PaginationInfo
  onPageChange: (page: number) => void
}

function ListFooter({ pagination, onPageChange }: ListFooterProps) {
  const { t } = useI18n()
  const { page, pageSize, totalCount, totalPages } = pagination
  const from = Math.min((page - 1) * pageSize + 1, totalCount)
  const to = Math.min(page * pageSize, totalCount)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 py-2.5 pe-3 ps-5 text-xs text-ink-subtle">
      <p role="status" className="tabular">
        {t('pagination.shown', { from, to, total: totalCount })}
      </p>
      <Pagination page={page} totalPages={totalPages} onPageChange={onPageChange} />
    </div>
  )
}

interface NoConversationsProps {
  isFiltered: boolean
  onReset: () => void
}

function NoConversations({ isFiltered, onReset }: NoConversationsProps) {
  const { t } = useI18n()
  if (!isFiltered) {
    return (
      <EmptyState
        icon={MessagesSquare}
        title={t('conversations.empty.title')}
        body={t('conversations.empty.body')}
      />
    )
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t('conversations.noMatch.title')}
      body={t('conversations.noMatch.body')}
      action={
        <Button variant="secondary" onClick={onReset}>
          {t('conversations.noMatch.reset')}
        </Button>
      }
    />
  )
}
