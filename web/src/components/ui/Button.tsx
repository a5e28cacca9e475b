import { clsx } from 'clsx'
import { LoaderCircle } from 'lucide-react'
import type { ComponentProps } from 'react'

interface Props extends ComponentProps<'button'> {
  variant?: 'primary' | 'secondary' | 'danger' | 'ghost' | 'tint'
  size?: 'sm' | 'md' | 'lg' | 'icon'
  /** Shows a spinner and refuses presses; the name stays. */
  isLoading?: boolean
  /** Where it stands, not how it looks: that is the variant's. */
  className?: string
}

const VARIANTS = {
  primary: 'bg-accent text-on-accent shadow-raised hover:bg-accent-hover',
  secondary: 'border border-line-strong bg-surface text-ink shadow-raised hover:bg-hover',
  danger: 'bg-danger text-on-accent shadow-raised hover:bg-danger-hover',
  ghost: 'text-ink-muted hover:bg-hover hover:text-ink',
  tint: 'bg-accent-tint text-accent-ink',
}

const SIZES = {
  sm: 'h-7 gap-1.5 px-2.5 text-xs',
  md: 'h-8 gap-2 px-3 text-sm',
  lg: 'h-10 gap-2 px-4 text-base',
  icon: 'size-8',
}

export function Button({
  variant = 'primary',
  size = 'md',
  isLoading = false,
  disabled,
  className,
  children,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || isLoading}
      aria-busy={isLoading || undefined}
      className={clsx(
        'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap transition-colors',
        'disabled:cursor-not-allowed disabled:opacity-55',
        VARIANTS[variant],
        SIZES[size],
        className,
      )}
    >
      {isLoading ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : null}
      {children}
    </button>
  )
}
