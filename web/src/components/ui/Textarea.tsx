import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'
import { controlClass, Field } from './Field'

interface Props extends ComponentProps<'textarea'> {
  id: string
  label: string
  hideLabel?: boolean
  mark?: string
  hint?: ReactNode
  error?: string | undefined
}

/** Several lines of text; grows with what is written where the browser can do that. */
export function Textarea({
  id,
  label,
  hideLabel,
  mark,
  hint,
  error,
  className,
  rows = 3,
  ...rest
}: Props) {
  return (
    <Field {...{ id, label, hideLabel, mark, hint, error, className }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          className={clsx(
            controlClass(error !== undefined),
            'field-sizing-content min-h-16 px-2.5 py-1.5 text-sm',
          )}
        />
      )}
    </Field>
  )
}
