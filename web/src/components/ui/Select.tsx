import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { controlClass, Field } from './Field'

interface Option {
  value: string
  label: string
}

interface Props extends Omit<ComponentProps<'select'>, 'size'> {
  label: string
  options: readonly Option[]
  onValueChange?: (value: string) => void
  /** The label is read out but not shown. */
  hideLabel?: boolean
  mark?: string
  hint?: ReactNode
  error?: string | undefined
  size?: 'sm' | 'md' | 'lg'
}

const SIZES = { sm: 'h-7 text-xs', md: 'h-8 text-sm', lg: 'h-10 text-base' }

/** One choice of a few. The platform's own control: best on phones and with screen readers. */
export function Select({
  label,
  options,
  onValueChange,
  onChange,
  hideLabel,
  mark,
  hint,
  error,
  size = 'md',
  className,
  id = `select-${label.replaceAll(/\W+/g, '-')}`,
  ...rest
}: Props) {
  return (
    <Field {...{ id, label, hideLabel, mark, hint, error, className }}>
      {(control) => (
        <div className="relative">
          <select
            {...rest}
            {...control}
            onChange={(event) => {
              onChange?.(event)
              onValueChange?.(event.target.value)
            }}
            className={clsx(
              controlClass(error !== undefined),
              'appearance-none ps-2.5 pe-8 not-disabled:hover:bg-hover',
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
            className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-subtle"
          />
        </div>
      )}
    </Field>
  )
}
