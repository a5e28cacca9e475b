import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface Props {
  icon: LucideIcon
  title: string
  body: string
  action?: ReactNode
  /** 1 when this is all the page has. */
  headingLevel?: 1 | 2 | 3
}

export function EmptyState({ icon: Icon, title, body, action, headingLevel = 2 }: Props) {
  const Heading = `h${headingLevel}` as const
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <span className="mb-4 grid size-11 place-items-center rounded-xl border border-line bg-sunken text-ink-subtle">
        <Icon aria-hidden className="size-5" />
      </span>
      <Heading className="text-base font-semibold">{title}</Heading>
      <p className="mt-1 mb-5 max-w-sm text-sm text-ink-muted">{body}</p>
      {action}
    </div>
  )
}
