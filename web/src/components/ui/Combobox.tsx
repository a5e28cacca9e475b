import { clsx } from 'clsx'
import { Check, ChevronsUpDown } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useI18n } from '@/lib/i18n'
import { controlClass, Field } from './Field'

interface Option {
  value: string
  label: string
  /** On the right, paler; searched as well. */
  detail?: string
}

interface Props {
  id: string
  label: string
  hideLabel?: boolean
  mark?: string
  hint?: ReactNode
  error?: string | undefined
  options: readonly Option[]
  value: string
  onValueChange: (value: string) => void
  placeholder?: string
  isDisabled?: boolean
  className?: string
}

/** More than this many are not shown at once; typing narrows them down. */
const SHOWN = 50

/** One choice of many, found by typing a part of it. */
export function Combobox({ options, value, onValueChange, ...props }: Props) {
  const { id, label, hideLabel, mark, hint, error, className } = props
  const chosen = options.find((option) => option.value === value)
  const [text, setText] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const isOpen = text !== null
  const found = matching(options, text ?? '').slice(0, SHOWN)
  const close = () => setText(null)
  const choose = (option: Option | undefined) => {
    if (option) onValueChange(option.value)
    close()
  }
  const open = () => {
    if (isOpen) return
    setText('')
    setActive(
      Math.max(
        0,
        options.slice(0, SHOWN).findIndex((option) => option.value === value),
      ),
    )
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!isOpen) return open()
      const step = event.key === 'ArrowDown' ? 1 : -1
      setActive((active + step + found.length) % Math.max(found.length, 1))
    } else if (isOpen && event.key === 'Enter') {
      event.preventDefault()
      choose(found[active])
    } else if (isOpen && event.key === 'Escape') {
      // Only the list closes, not the dialog it may stand in.
      event.stopPropagation()
      event.preventDefault()
      close()
    }
  }
  return (
    <Field {...{ id, label, hideLabel, mark, hint, error, className }}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && found.length > 0 ? `${id}-${active}` : undefined}
            autoComplete="off"
            spellCheck={false}
            disabled={props.isDisabled}
            placeholder={chosen?.label ?? props.placeholder}
            value={text ?? chosen?.label ?? ''}
            onClick={open}
            onBlur={close}
            onChange={(event) => {
              setText(event.target.value)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
            className={clsx(controlClass(error !== undefined), 'h-8 ps-2.5 pe-8 text-sm')}
          />
          <ChevronsUpDown
            aria-hidden
            className="pointer-events-none absolute end-2.5 top-2 size-4 text-ink-subtle"
          />
          <Options
            id={id}
            label={label}
            options={isOpen ? found : null}
            active={active}
            value={value}
            onActivate={setActive}
            onChoose={choose}
          />
        </div>
      )}
    </Field>
  )
}

interface OptionsProps {
  id: string
  label: string
  /** `null` while it is closed. */
  options: readonly Option[] | null
  active: number
  value: string
  onActivate: (index: number) => void
  onChoose: (option: Option) => void
}

function Options({ id, label, options, active, value, onActivate, onChoose }: OptionsProps) {
  const { t } = useI18n()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      hidden={options === null}
      className="absolute inset-x-0 top-full z-20 mt-1 animate-rise overflow-hidden rounded-lg bg-raised shadow-overlay"
    >
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className={clsx('max-h-64 overflow-y-auto', options?.length !== 0 && 'p-1')}
      >
        {options?.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns the list
          <div
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onActivate(index)}
            onClick={() => onChoose(option)}
            className={clsx(
              'flex cursor-pointer items-center gap-2 rounded-md px-2 py-1.5 text-sm',
              index === active && 'bg-hover',
            )}
          >
            <Check
              aria-hidden
              className={clsx(
                'size-4 shrink-0 text-accent-ink',
                option.value !== value && 'invisible',
              )}
            />
            <span className="min-w-0 truncate">{option.label}</span>
            {option.detail ? (
              <span className="tabular ms-auto shrink-0 text-xs text-ink-subtle">
                {option.detail}
              </span>
            ) : null}
          </div>
        ))}
      </div>
      <p role="status" className="px-3 text-sm text-ink-subtle not-empty:py-2">
        {options?.length === 0 ? t('combobox.nothing') : null}
      </p>
    </div>
  )
}

/** Those that hold every word that was typed. */
function matching(options: readonly Option[], text: string): readonly Option[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  return options.filter(({ label, detail }) => {
    const searched = `${label} ${detail ?? ''}`.toLocaleLowerCase()
    return words.every((word) => searched.includes(word))
  })
}
