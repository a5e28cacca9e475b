import { X } from 'lucide-react'
import { useI18n } from '@/lib/i18n'

interface Filter {
  key: string
  /** "Status". */
  name: string
  /** "Failed". */
  value: string
}

interface Props {
  filters: readonly Filter[]
  onRemove: (key: string) => void
  onClear: () => void
}

/** Which filters are on; each goes with a press. Nothing is shown while none is. */
export function FilterChips({ filters, onRemove, onClear }: Props) {
  const { t } = useI18n()
  if (filters.length === 0) return null
  return (
    <ul aria-label={t('filters.label')} className="flex flex-wrap items-center gap-2">
      {filters.map(({ key, name, value }) => (
        <li
          key={key}
          className="inline-flex max-w-full items-center gap-1 rounded-full border border-line-strong bg-surface py-0.5 ps-2.5 pe-0.5 text-xs"
        >
          <span className="text-ink-subtle">{name}</span>
          <span className="truncate font-medium">{value}</span>
          <button
            type="button"
            aria-label={t('filters.remove', { name, value })}
            onClick={() => onRemove(key)}
            className="grid size-6 shrink-0 place-items-center rounded-full text-ink-subtle hover:bg-hover hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          onClick={onClear}
          className="h-7 rounded-md px-2 text-xs font-medium text-accent-ink underline-offset-2 hover:underline"
        >
          {t('filters.clear')}
        </button>
      </li>
    </ul>
  )
}
