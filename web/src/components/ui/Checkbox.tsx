import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { type ComponentProps, type ReactNode, useId } from 'react'

interface Props extends Omit<ComponentProps<'input'>, 'type' | 'id'> {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** Where it stands, not how it looks. */
  className?: string
}

/** Yes or no, sent with the form. */
export function Checkbox({ label, hint, error, className, ...rest }: Props) {
  const id = useId()
  return (
    <Choice {...{ id, label, hint, error, className }} inset="ms-6.5">
      <span className="relative grid size-4 shrink-0 place-items-center">
        <input
          {...rest}
          id={id}
          {...describedBy(id, hint, error)}
          type="checkbox"
          className={clsx(
            'peer size-4 appearance-none forced-colors:appearance-auto rounded-sm border bg-surface transition-colors checked:border-accent checked:bg-accent disabled:bg-sunken',
            error ? 'border-danger' : 'border-control',
          )}
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute hidden size-3 text-on-accent peer-checked:block forced-colors:hidden"
        />
      </span>
    </Choice>
  )
}

/** Yes or no, in force at once. */
export function Switch({ label, hint, error, className, ...rest }: Props) {
  const id = useId()
  return (
    <Choice {...{ id, label, hint, error, className }} inset="ms-10.5">
      <input
        {...rest}
        id={id}
        {...describedBy(id, hint, error)}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself
        role="switch"
        className="relative h-4.5 w-8 shrink-0 appearance-none forced-colors:appearance-auto rounded-full border border-control bg-control transition-colors before:absolute before:start-0.5 before:top-px before:size-3.5 before:rounded-full before:bg-surface before:transition-transform checked:border-accent checked:bg-accent checked:before:translate-x-3 rtl:checked:before:-translate-x-3 disabled:opacity-55"
      />
    </Choice>
  )
}

interface ChoiceProps extends Pick<Props, 'label' | 'hint' | 'error' | 'className'> {
  id: string
  /** As wide as the control and the gap after it. */
  inset: string
  children: ReactNode
}

/** A small control with its label beside it; a press on either counts. */
function Choice({ id, inset, label, hint, error, className, children }: ChoiceProps) {
  return (
    <div className={className}>
      <label
        htmlFor={id}
        className="flex min-h-6 w-fit items-start gap-2.5 text-sm has-disabled:text-ink-subtle"
      >
        <span className="flex h-5 items-center">{children}</span>
        <span>{label}</span>
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={clsx(inset, 'text-xs text-ink-subtle')}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={clsx(inset, 'text-xs font-medium text-error-ink')}>
          {error}
        </p>
      ) : null}
    </div>
  )
}

function describedBy(id: string, hint: ReactNode, error: string | undefined) {
  const parts = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return {
    'aria-describedby': parts.length > 0 ? parts.join(' ') : undefined,
    'aria-invalid': error ? (true as const) : undefined,
  }
}
