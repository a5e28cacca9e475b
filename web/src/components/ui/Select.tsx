import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'

interface Option {
  value: string
  label: string
}

interface Props extends Omit<ComponentProps<'select'>, 'onChange' | 'size'> {
  label: string
  options: readonly Option[]
  onValueChange: (value: string) => void
  /** The label is read out but not shown. */
  hideLabel?: boolean
  hint?: string
  size?: 'sm' | 'md' | 'lg'
}

const SIZES = { sm: 'h-7 text-xs', md: 'h-8 text-sm', lg: 'h-10 text-base' }

/** One choice of a few. The platform's own control: best on phones and with screen readers. */
export function Select({
  label,
  options,
  onValueChange,
  hideLabel = false,
  hint,
  size = 'md',
  className,
  id = `select-${label.replaceAll(/\W+/g, '-')}`,
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
        <select
          {...rest}
          id={id}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => onValueChange(event.target.value)}
          className={clsx(
            'w-full appearance-none rounded-md border border-control bg-surface pr-8 pl-2.5 text-ink transition-colors hover:bg-hover',
            SIZES[size],
          )}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-ink-subtle"
        />
      </div>
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-ink-subtle">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
