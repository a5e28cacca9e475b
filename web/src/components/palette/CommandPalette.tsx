import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { Modal } from '@/components/ui/Modal'
import { useUI } from '@/contexts/UIContext'
import { useI18n } from '@/lib/i18n'
import { SEARCH_MAX_LENGTH, sanitizeInput } from '@/lib/sanitize'
import { type Choice, ChoiceList, choiceId } from './ChoiceList'
import { useChoices } from './useChoices'

/** Goes to a page or a conversation, or runs an action, by typing a part of its name, number or id. */
export function CommandPalette() {
  const { t } = useI18n()
  const { closeOverlay } = useUI()
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { choices, isSearching } = useChoices(sanitizeInput(text))

  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return
    closeOverlay()
    choice.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActive((active + step + choices.length) % Math.max(choices.length, 1))
    }
    if (event.key === 'Enter') choose(choices[active])
  }
  return (
    <Modal
      isOpen
      onClose={closeOverlay}
      title={t('palette.title')}
      isBare
      className="overflow-hidden"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search
          aria-hidden
          className={clsx('size-4 text-ink-subtle', isSearching && 'animate-pulse')}
        />
        <input
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={choices.length > 0 ? choiceId(listId, active) : undefined}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={SEARCH_MAX_LENGTH}
          className="h-12 flex-1 bg-transparent text-base outline-none"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ChoiceList
        id={listId}
        choices={choices}
        active={active}
        onActivate={setActive}
        onChoose={choose}
      />
      <p
        role="status"
        className={clsx('px-4 text-sm text-ink-subtle', choices.length === 0 && 'py-8 text-center')}
      >
        {choices.length === 0 && !isSearching ? t('palette.nothing') : null}
      </p>
    </Modal>
  )
}
