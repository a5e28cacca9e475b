import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

type Tone = 'info' | 'success' | 'warning' | 'error'

interface Props {
  tone: Tone
  title?: string
  /** Buttons or links, on the right where there is room. */
  action?: ReactNode
  className?: string
  children: ReactNode
}

const TONES = {
  info: { icon: Info, box: 'bg-accent-tint text-accent-ink' },
  success: { icon: CircleCheck, box: 'bg-success-tint text-success-ink' },
  warning: { icon: TriangleAlert, box: 'bg-warning-tint text-warning-ink' },
  error: { icon: CircleAlert, box: 'bg-error-tint text-error-ink' },
}

/** A message inside the page that stays until its reason is gone. */
export function Notice({ tone, title, action, className, children }: Props) {
  const { icon: Icon, box } = TONES[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={clsx(
        'flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-3.5 py-2.5 text-sm',
        box,
        className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-40 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  )
}
