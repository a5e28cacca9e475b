import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface Props {
  to: string
  children: ReactNode
}

/** Goes somewhere, and looks like a secondary button. */
export function LinkButton({ to, children }: Props) {
  return (
    <Link
      to={to}
      className="inline-flex h-8 items-center gap-2 rounded-md border border-line-strong bg-surface px-3 text-sm font-medium text-ink shadow-raised transition-colors hover:bg-hover"
    >
      {children}
    </Link>
  )
}
