import { Download, X } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { useExport } from '@/hooks/useExport'
import { useI18n } from '@/lib/i18n'
import { addToast } from '@/lib/toasts'
import { toUserMessage } from '@/lib/userMessage'
import type { ConversationListParams } from '@/types/conversation'

interface Props {
  /** Filters and order of the list; pages do not matter. */
  params: ConversationListParams
}

/** Saves the list as CSV; shows how far it is, and lets go of it. */
export function ExportButton({ params }: Props) {
  const { t } = useI18n()
  const { progress, start, cancel } = useExport((error) =>
    addToast({ type: 'error', message: toUserMessage(error, t) }),
  )
  if (progress === null) {
    return (
      <Button variant="secondary" onClick={() => void start(params)}>
        <Download aria-hidden className="size-4" />
        {t('export.csv')}
      </Button>
    )
  }
  const { rows, total } = progress
  return (
    <div className="flex items-center gap-2 text-xs text-ink-muted">
      <progress
        aria-label={t('export.csv')}
        className="w-28 accent-accent"
        max={Math.max(total, 1)}
        value={rows}
      />
      <span className="tabular">{t('export.progress', { rows, total })}</span>
      <Button variant="ghost" size="sm" onClick={cancel}>
        <X aria-hidden className="size-3.5" />
        {t('export.cancel')}
      </Button>
    </div>
  )
}
