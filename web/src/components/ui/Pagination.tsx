import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import { Button } from './Button'

interface Props {
  page: number
  totalPages: number
  onPageChange: (page: number) => void
}

/** First, last and the neighbours of the current page; `null` stands for a gap. */
export function pageNumbers(page: number, totalPages: number): (number | null)[] {
  const wanted = new Set([1, page - 1, page, page + 1, totalPages])
  const shown = [...wanted]
    .filter((number) => number >= 1 && number <= totalPages)
    .sort((a, b) => a - b)
  return shown.flatMap((number, index) => {
    const previous = shown[index - 1]
    return previous !== undefined && number - previous > 1 ? [null, number] : [number]
  })
}

export function Pagination({ page, totalPages, onPageChange }: Props) {
  const { t } = useI18n()
  const format = useFormat()
  return (
    <nav aria-label={t('pagination.label')} className="flex items-center gap-0.5">
      <Button
        variant="ghost"
        size="icon"
        aria-label={t('pagination.previous')}
        disabled={page <= 1}
        onClick={() => onPageChange(page - 1)}
      >
        <ChevronLeft aria-hidden className="size-4 rtl:rotate-180" />
      </Button>
      {pageNumbers(page, totalPages).map((number, index) =>
        number === null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a gap has nothing but its place
          <span key={`gap-${index}`} aria-hidden className="px-1 text-ink-subtle">
            …
          </span>
        ) : (
          <Button
            key={number}
            variant={number === page ? 'tint' : 'ghost'}
            size="sm"
            aria-label={t('pagination.page', { number })}
            aria-current={number === page ? 'page' : undefined}
            className="tabular h-8 min-w-8"
            onClick={() => onPageChange(number)}
          >
            {format.number(number)}
          </Button>
        ),
      )}
      <Button
        variant="ghost"
        size="icon"
        aria-label={t('pagination.next')}
        disabled={page >= totalPages}
        onClick={() => onPageChange(page + 1)}
      >
        <ChevronRight aria-hidden className="size-4 rtl:rotate-180" />
      </Button>
    </nav>
  )
}
