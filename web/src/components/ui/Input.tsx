import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

interface Props extends ComponentProps<'input'> {
  id: string
  label: string
  hideLabel?: boolean
  /** What is wrong with the value, in the person's language. */
  error?: string
  /** Inside the field, before and after the text. */
  leading?: ReactNode
  trailing?: ReactNode
}

export function Input({
  id,
  label,
  hideLabel = false,
  error,
  leading,
  trailing,
  className,
  ...rest
}: Props) {
  return (
    <div className={className}>
      <label
        htmlFor={id}
        className={hideLabel ? 'sr-only' : 'mb-1.5 block text-sm font-medium text-ink'}
      >
        {label}
      </label>
      <div className="relative">
        {leading ? (
          <span className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-ink-subtle">
            {leading}
          </span>
        ) : null}
        <input
          {...rest}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className={clsx(
            'h-8 w-full rounded-md border bg-surface px-2.5 text-sm text-ink',
            leading && 'pl-8',
            trailing && 'pr-9',
            error ? 'border-danger' : 'border-control',
          )}
        />
        {trailing ? (
          <span className="absolute inset-y-0 right-1.5 flex items-center">{trailing}</span>
        ) : null}
      </div>
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 text-xs text-error-ink">
          {error}
        </p>
      ) : null}
    </div>
  )
}
