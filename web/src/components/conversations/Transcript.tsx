import { MessageSquareDashed } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorState } from '@/components/ui/ErrorState'
import { Skeleton } from '@/components/ui/Skeleton'
import { useTranscript } from '@/hooks/useTranscript'
import { useI18n } from '@/lib/i18n'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import { MessageLog } from './MessageLog'

interface Props {
  /** Opens this one conversation. */
  token: string
}

/** The messages of a conversation as the two sides saw them; new ones appear by themselves. */
export function Transcript({ token }: Props) {
  const { t } = useI18n()
  const { data, error, refetch, isFetching, hasNextPage, isFetchingNextPage, fetchNextPage } =
    useTranscript(token)

  if (data === undefined) {
    if (error === null) return <Placeholder />
    return (
      <ErrorState
        title={t('transcript.failed')}
        message={toUserMessage(error, t)}
        requestId={requestIdOf(error)}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  if (data.length === 0) {
    return (
      <EmptyState
        icon={MessageSquareDashed}
        title={t('transcript.empty.title')}
        body={t('transcript.empty.body')}
        headingLevel={3}
      />
    )
  }
  const older = hasNextPage ? (
    <div className="pb-3 text-center">
      <Button
        variant="secondary"
        size="sm"
        isLoading={isFetchingNextPage}
        onClick={() => void fetchNextPage()}
      >
        {t('transcript.older')}
      </Button>
    </div>
  ) : (
    <p className="pb-3 text-center text-xs text-ink-subtle">{t('transcript.start')}</p>
  )
  return <MessageLog messages={data} before={older} />
}

function Placeholder() {
  return (
    <div className="space-y-4 px-5 py-4">
      <Skeleton className="h-10 w-2/5" />
      <Skeleton className="ms-auto h-14 w-1/2" />
      <Skeleton className="h-10 w-1/3" />
    </div>
  )
}
