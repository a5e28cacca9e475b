import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Time } from '@/components/ui/Time'
import type { Drafts } from '@/hooks/useOnboarding'
import { useI18n } from '@/lib/i18n'

interface Props {
  drafts: Drafts
  /** ISO 8601; `null`: nothing was saved yet. */
  savedAt: string | null | undefined
}

/** Whether what was typed is safe; read out when that changes. */
export function SaveStatus({ drafts, savedAt }: Props) {
  const { t } = useI18n()
  return (
    <div className="flex h-7 items-center gap-2 text-xs text-ink-subtle">
      <p role="status" className="flex items-center gap-1.5">
        <StatusText state={drafts.state} savedAt={savedAt} />
      </p>
      {drafts.state === 'failed' ? (
        <Button variant="secondary" size="sm" onClick={() => void drafts.flush()}>
          {t('action.retry')}
        </Button>
      ) : null}
    </div>
  )
}

function StatusText({ state, savedAt }: { state: Drafts['state']; savedAt: Props['savedAt'] }) {
  const { t } = useI18n()
  if (state === 'failed') {
    return (
      <>
        <CircleAlert aria-hidden className="size-3.5 text-error-ink" />
        <span className="font-medium text-error-ink">{t('onboarding.save.failed')}</span>
      </>
    )
  }
  if (state === 'unsaved' || state === 'saving') {
    return (
      <>
        <LoaderCircle aria-hidden className="size-3.5 animate-spin" />
        {t('onboarding.save.saving')}
      </>
    )
  }
  if (!savedAt && state === 'idle') return t('onboarding.save.none')
  return (
    <>
      <CircleCheck aria-hidden className="size-3.5 text-success-ink" />
      {t('onboarding.save.saved')}
      {savedAt ? <Time at={savedAt} format="relative" /> : null}
    </>
  )
}
