import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

export function Card({ className, ...rest }: ComponentProps<'section'>) {
  return (
    <section
      {...rest}
      className={clsx('rounded-xl border border-line bg-surface shadow-card', className)}
    />
  )
}

interface CardHeaderProps {
  /** Id for the card's `aria-labelledby`. */
  id?: string
  title: string
  description?: ReactNode
  actions?: ReactNode
}

export function CardHeader({ id, title, description, actions }: CardHeaderProps) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4 pb-3">
      <div>
        <h2 id={id} className="text-base font-semibold tracking-tight">
          {title}
        </h2>
        {description ? <p className="text-xs text-ink-subtle">{description}</p> : null}
      </div>
      {actions}
    </div>
  )
}
