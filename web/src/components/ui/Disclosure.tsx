import { clsx } from 'clsx'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  summary: ReactNode
  className?: string
  children: ReactNode
}

/** Something that few need to see, behind a line that opens it. */
export function Disclosure({ summary, className, children }: Props) {
  return (
    <details className={clsx('group', className)}>
      <summary className="inline-flex list-none items-center gap-1 rounded-sm text-sm text-ink-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 transition-transform group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-2 ps-5">{children}</div>
    </details>
  )
}
