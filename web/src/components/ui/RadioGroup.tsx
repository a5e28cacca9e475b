import { clsx } from 'clsx'
import { type ComponentProps, type ReactNode, type Ref, useId } from 'react'

interface Option {
  value: string
  label: string
  /** One sentence on what choosing it means. */
  hint?: string
}

interface Props extends Omit<ComponentProps<'input'>, 'type' | 'value' | 'defaultValue' | 'ref'> {
  label: string
  hideLabel?: boolean
  hint?: ReactNode
  error?: string | undefined
  options: readonly Option[]
  /** Leave out for a form that keeps the value itself. */
  value?: string
  defaultValue?: string
  onValueChange?: (value: string) => void
  /** Of every option: what a form library registers. */
  ref?: Ref<HTMLInputElement>
}

/** One of a few choices that want to be compared, all visible. */
export function RadioGroup({
  label,
  hideLabel,
  hint,
  error,
  options,
  value,
  defaultValue,
  onValueChange,
  onChange,
  name,
  className,
  ...rest
}: Props) {
  const id = useId()
  return (
    <fieldset
      className={className}
      aria-describedby={clsx(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined}
    >
      <legend className={hideLabel ? 'sr-only' : 'mb-1.5 text-sm font-medium'}>{label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="mb-1.5 text-xs text-ink-subtle">
          {hint}
        </p>
      ) : null}
      <div className="space-y-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex items-start gap-2.5 rounded-lg border border-line px-3 py-2.5 text-sm transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-tint has-disabled:text-ink-subtle"
          >
            <input
              {...rest}
              type="radio"
              name={name ?? id}
              value={option.value}
              {...(value === undefined ? {} : { checked: value === option.value })}
              {...(defaultValue === undefined
                ? {}
                : { defaultChecked: defaultValue === option.value })}
              aria-invalid={error ? true : undefined}
              onChange={(event) => {
                onChange?.(event)
                onValueChange?.(option.value)
              }}
              className="mt-0.5 size-4 shrink-0 appearance-none forced-colors:appearance-auto rounded-full border border-control bg-surface transition-all checked:border-[5px] checked:border-accent"
            />
            <span>
              <span className="block font-medium">{option.label}</span>
              {option.hint ? (
                <span className="block text-xs text-ink-muted">{option.hint}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={`${id}-error`} className="mt-1.5 text-xs font-medium text-error-ink">
          {error}
        </p>
      ) : null}
    </fieldset>
  )
}
