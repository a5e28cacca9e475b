import { clsx } from 'clsx'
import type { LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useI18n } from '@/lib/i18n'

export interface Choice {
  key: string
  icon: LucideIcon
  title: string
  detail: string
  run: () => void
}

interface Props {
  id: string
  choices: readonly Choice[]
  /** Index of the one that Enter takes. */
  active: number
  onActivate: (index: number) => void
  onChoose: (choice: Choice) => void
}

export function choiceId(listId: string, index: number): string {
  return `${listId}-${index}`
}

/** What the palette offers; the keyboard stays in the field above, as ARIA's combobox wants it. */
export function ChoiceList({ id, choices, active, onActivate, onChoose }: Props) {
  const { t } = useI18n()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('palette.results')}
      className={clsx('max-h-80 overflow-y-auto', choices.length > 0 && 'p-1.5')}
    >
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns the list
        <div
          key={choice.key}
          id={choiceId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseMove={() => onActivate(index)}
          onClick={() => onChoose(choice)}
          className={clsx(
            'flex cursor-pointer items-center gap-3 rounded-md px-2.5 py-2 text-sm',
            index === active && 'bg-hover',
          )}
        >
          <choice.icon aria-hidden className="size-4 shrink-0 text-ink-subtle" />
          <span className="truncate">{choice.title}</span>
          <span className="tabular ms-auto shrink-0 text-xs text-ink-subtle">{choice.detail}</span>
        </div>
      ))}
    </div>
  )
}
