import { CloudAlert } from 'lucide-react'
import { useI18n } from '@/lib/i18n'
import { Button } from './Button'
import { CopyChip } from './CopyChip'

interface Props {
  title: string
  message: string
  /** What support needs to find the failure. */
  requestId?: string | undefined
  onRetry: () => void
  isRetrying?: boolean
}

export function ErrorState({ title, message, requestId, onRetry, isRetrying = false }: Props) {
  const { t } = useI18n()
  return (
    <div role="alert" className="flex flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-xl bg-error-tint text-error-ink">
        <CloudAlert aria-hidden className="size-5" />
      </span>
      <h2 className="text-base font-semibold">{title}</h2>
      <p className="mt-1 mb-5 max-w-sm text-sm text-ink-muted">{message}</p>
      <Button variant="secondary" isLoading={isRetrying} onClick={onRetry}>
        {t('action.retry')}
      </Button>
      {requestId ? (
        <div className="mt-5 flex flex-wrap items-center justify-center gap-2 text-xs text-ink-subtle">
          {t('error.requestId')}
          <CopyChip value={requestId} label={t('error.requestId')} />
        </div>
      ) : null}
    </div>
  )
}
