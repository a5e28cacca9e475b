import { clsx } from 'clsx'
import type { ReactNode } from 'react'

interface Control {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

interface Props {
  id: string
  label: string
  /** The label is read out but not shown. */
  hideLabel?: boolean | undefined
  /** Beside the label, as "optional". */
  mark?: string | undefined
  /** What to know before filling it in. */
  hint?: ReactNode
  /** What is wrong with the value, in the person's language. */
  error?: string | undefined
  className?: string | undefined
  /** The control; what it is given ties it to label, hint and error. */
  children: (control: Control) => ReactNode
}

/** A control of a form with all that is said about it. */
export function Field({ id, label, hideLabel, mark, hint, error, className, children }: Props) {
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null]
    .filter((part) => part !== null)
    .join(' ')
  return (
    <div className={className}>
      <label
        htmlFor={id}
        className={hideLabel ? 'sr-only' : 'mb-1.5 block text-sm font-medium text-ink'}
      >
        {label}
        {mark ? <span className="ms-1.5 font-normal text-ink-subtle">{mark}</span> : null}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
      })}
      {hint ? (
        <div id={`${id}-hint`} className="mt-1.5 text-xs text-ink-subtle">
          {hint}
        </div>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 text-xs font-medium text-error-ink">
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** How anything that takes a text or a choice looks. */
export function controlClass(isInvalid: boolean): string {
  return clsx(
    'w-full rounded-md border bg-surface text-ink transition-colors disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-subtle',
    isInvalid ? 'border-danger' : 'border-control',
  )
}
