import { clsx } from 'clsx'
import type { ReactNode } from 'react'

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'error'

interface Props {
  tone?: Tone
  className?: string
  children: ReactNode
}

const TONES = {
  neutral: 'bg-neutral-tint text-ink-muted',
  accent: 'bg-accent-tint text-accent-ink',
  success: 'bg-success-tint text-success-ink',
  warning: 'bg-warning-tint text-warning-ink',
  error: 'bg-error-tint text-error-ink',
}

export function Badge({ tone = 'neutral', className, children }: Props) {
  return (
    <span
      className={clsx(
        'inline-flex items-center gap-1 rounded-full px-2 py-px text-xs font-medium whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
