import { clsx } from 'clsx'
import { MessageSquareText, Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useNavigate } from 'react-router'
import { PAGES } from '@/components/layout/navigation'
import { Modal } from '@/components/ui/Modal'
import { useUI } from '@/contexts/UIContext'
import { useConversationSearch } from '@/hooks/useConversations'
import { SEARCH_DEBOUNCE_MS } from '@/lib/constants'
import { useI18n } from '@/lib/i18n'
import { type Choice, ChoiceList, choiceId } from './ChoiceList'

/** Goes to a page or a conversation by typing a part of its name, number or id. */
export function CommandPalette() {
  const { t } = useI18n()
  const { closeOverlay } = useUI()
  const navigate = useNavigate()
  const listId = useId()
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const { choices, isSearching } = useChoices(text.trim())

  const choose = (choice: Choice | undefined) => {
    if (choice === undefined) return
    closeOverlay()
    void navigate(choice.path)
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
          maxLength={100}
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

function useChoices(text: string): { choices: Choice[]; isSearching: boolean } {
  const { t } = useI18n()
  const { data, isFetching } = useConversationSearch(useDebounced(text))
  const pages = PAGES.filter((page) =>
    t(page.label).toLowerCase().includes(text.toLowerCase()),
  ).map((page) => ({
    path: page.path,
    icon: page.icon,
    title: t(page.label),
    detail: t('palette.page'),
  }))
  const conversations = (text === '' ? [] : (data ?? [])).map((conversation) => ({
    path: `/conversations?conversation=${encodeURIComponent(conversation.id)}`,
    icon: MessageSquareText,
    title: conversation.contactName === '' ? conversation.waId : conversation.contactName,
    detail: conversation.phone ?? conversation.waId,
  }))
  return { choices: [...pages, ...conversations], isSearching: isFetching }
}

function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SEARCH_DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
