import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { controlClass, Field } from './Field'

interface Props extends ComponentProps<'input'> {
  id: string
  label: string
  hideLabel?: boolean
  mark?: string
  hint?: ReactNode
  /** What is wrong with the value, in the person's language. */
  error?: string | undefined
  /** Inside the field, before and after the text. */
  leading?: ReactNode
  trailing?: ReactNode
}

/** One line of text. */
export function Input({
  id,
  label,
  hideLabel,
  mark,
  hint,
  error,
  leading,
  trailing,
  className,
  ...rest
}: Props) {
  return (
    <Field {...{ id, label, hideLabel, mark, hint, error, className }}>
      {(control) => (
        <div className="relative">
          {leading ? (
            <span className="pointer-events-none absolute inset-y-0 start-2.5 flex items-center text-ink-subtle">
              {leading}
            </span>
          ) : null}
          <input
            {...rest}
            {...control}
            className={clsx(
              controlClass(error !== undefined),
              'h-8 text-sm read-only:bg-sunken',
              leading ? 'ps-8' : 'ps-2.5',
              trailing ? 'pe-9' : 'pe-2.5',
            )}
          />
          {trailing ? (
            <span className="absolute inset-y-0 end-1 flex items-center">{trailing}</span>
          ) : null}
        </div>
      )}
    </Field>
  )
}
