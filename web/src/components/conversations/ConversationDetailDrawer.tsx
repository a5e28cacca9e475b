import { X } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { CopyChip } from '@/components/ui/CopyChip'
import { Drawer } from '@/components/ui/Drawer'
import { ErrorState } from '@/components/ui/ErrorState'
import { Skeleton } from '@/components/ui/Skeleton'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { useSession } from '@/hooks/useAuth'
import { useConversationDetail } from '@/hooks/useConversations'
import { useI18n } from '@/lib/i18n'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import type { ConversationDetail } from '@/types/conversation'
import { AuditTrail } from './AuditTrail'
import { contactHandle, contactTitle } from './contactText'
import { DeliveryLogs } from './DeliveryLogs'
import { WidgetEmbed } from './WidgetEmbed'
import { WindowTimer } from './WindowTimer'

interface Props {
  /** The portal's or Genesys' id. */
  conversationId: string
  onClose: () => void
}

const STATUS_TONES = { active: 'success', closed: 'neutral', error: 'error' } as const

/** Everything about one conversation, over the list it was opened from. */
export function ConversationDetailDrawer({ conversationId, onClose }: Props) {
  const { t } = useI18n()
  const { data, error, isFetching, refetch, dataUpdatedAt } = useConversationDetail(conversationId)
  return (
    <Drawer
      isOpen
      onClose={onClose}
      title={data ? contactTitle(data) : t('conversation.title')}
      className="sm:w-[min(84rem,94vw)]"
    >
      <div className="flex items-start gap-3 border-b border-line px-5 py-4">
        {data ? <Identity conversation={data} /> : <IdentityPlaceholder />}
        <Button
          variant="ghost"
          size="icon"
          className="-me-1.5 ms-auto"
          aria-label={t('action.close')}
          onClick={onClose}
        >
          <X aria-hidden className="size-4" />
        </Button>
      </div>
      {data === undefined && error !== null ? (
        <ErrorState
          title={t('conversation.failed')}
          message={toUserMessage(error, t)}
          requestId={requestIdOf(error)}
          isRetrying={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <Content conversation={data} version={dataUpdatedAt} />
      )}
    </Drawer>
  )
}

function Identity({ conversation }: { conversation: ConversationDetail }) {
  const { t } = useI18n()
  const title = contactTitle(conversation)
  const handle = contactHandle(conversation)
  return (
    <div className="min-w-0 space-y-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="truncate text-lg font-semibold tracking-tight">{title}</h2>
        <StatusBadge
          tone={STATUS_TONES[conversation.status]}
          label={t(`conversation.status.${conversation.status}`)}
        />
        <WindowTimer expiresAt={conversation.windowExpiresAt ?? null} />
      </div>
      <dl className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-xs text-ink-subtle">
        {handle === title ? null : <IdFact name={t('conversation.contact')} value={handle} />}
        <IdFact name="wa_id" value={conversation.waId} />
        {conversation.userId ? (
          <IdFact name={t('conversation.userId')} value={conversation.userId} />
        ) : null}
        {conversation.conversationId === '' ? null : (
          <IdFact name={t('conversation.genesysId')} value={conversation.conversationId} />
        )}
      </dl>
    </div>
  )
}

function IdFact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex min-w-0 items-center gap-1.5">
      <dt className="whitespace-nowrap">{name}</dt>
      <dd className="min-w-0">
        <CopyChip value={value} label={name} className="max-w-52" />
      </dd>
    </div>
  )
}

function IdentityPlaceholder() {
  return (
    <div className="space-y-3 py-1">
      <Skeleton className="h-5 w-48" />
      <Skeleton className="h-4 w-72" />
    </div>
  )
}

interface ContentProps {
  conversation: ConversationDetail | undefined
  version: number
}

function Content({ conversation, version }: ContentProps) {
  const { t } = useI18n()
  const { tenantId } = useSession()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto xl:grid xl:grid-cols-[minmax(0,1fr)_36rem] xl:overflow-hidden">
      <div className="flex h-[70dvh] min-h-0 flex-col border-b border-line xl:h-auto xl:border-e xl:border-b-0">
        <h3 className="px-5 pt-4 pb-2 text-sm font-semibold">{t('conversation.widget')}</h3>
        {conversation ? (
          <WidgetEmbed conversationId={conversation.id} tenantId={tenantId} version={version} />
        ) : (
          <TranscriptPlaceholder />
        )}
      </div>
      <div className="divide-y divide-line xl:overflow-y-auto">
        <DeliveryLogs logs={conversation?.deliveryLogs} />
        <AuditTrail entries={conversation?.auditTrail} />
      </div>
    </div>
  )
}

function TranscriptPlaceholder() {
  return (
    <div className="space-y-4 px-5 py-4">
      <Skeleton className="h-10 w-2/5" />
      <Skeleton className="ms-auto h-14 w-1/2" />
      <Skeleton className="h-10 w-1/3" />
    </div>
  )
}
