import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { SEARCH_DEBOUNCE_MS } from '@/lib/constants'
import { useI18n } from '@/lib/i18n'
import { SEARCH_MAX_LENGTH, sanitizeInput } from '@/lib/sanitize'
import type { ConversationListParams } from '@/types/conversation'
import { DIRECTIONS, STATUSES } from './useListParams'

interface Props {
  params: ConversationListParams
  onChange: (changes: Pick<ConversationListParams, 'search' | 'status' | 'direction'>) => void
}

export function ConversationFilters({ params, onChange }: Props) {
  const { t } = useI18n()
  const { search, status, direction } = params
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchField
        search={search ?? ''}
        onSearchChange={(text) => onChange({ status, direction, search: text })}
      />
      <Select
        label={t('conversations.status')}
        hideLabel
        className="w-40"
        value={status ?? ''}
        onValueChange={(value) =>
          onChange({ search, direction, status: STATUSES.find((each) => each === value) })
        }
        options={[
          { value: '', label: t('conversations.status.all') },
          ...STATUSES.map((value) => ({ value, label: t(`conversation.status.${value}`) })),
        ]}
      />
      <Select
        label={t('conversations.lastMessage')}
        hideLabel
        className="w-44"
        value={direction ?? ''}
        onValueChange={(value) =>
          onChange({ search, status, direction: DIRECTIONS.find((each) => each === value) })
        }
        options={[
          { value: '', label: t('conversations.direction.all') },
          ...DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) })),
        ]}
      />
    </search>
  )
}

interface SearchFieldProps {
  search: string
  onSearchChange: (search: string) => void
}

function SearchField({ search, onSearchChange }: SearchFieldProps) {
  const { t } = useI18n()
  const [text, setText] = useDebouncedText(search, onSearchChange)
  const field = useRef<HTMLInputElement>(null)
  useSlashFocuses(field)
  const clear = (
    <button
      type="button"
      aria-label={t('conversations.search.clear')}
      onClick={() => {
        setText('')
        field.current?.focus()
      }}
      className="grid size-6 place-items-center rounded-sm text-ink-subtle hover:bg-hover hover:text-ink"
    >
      <X aria-hidden className="size-3.5" />
    </button>
  )
  return (
    <Input
      ref={field}
      id="conversation-search"
      type="search"
      label={t('conversations.search')}
      hideLabel
      placeholder={t('conversations.search.placeholder')}
      autoComplete="off"
      spellCheck={false}
      maxLength={SEARCH_MAX_LENGTH}
      className="w-full sm:w-80"
      leading={<Search aria-hidden className="size-4" />}
      trailing={text === '' ? null : clear}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  )
}

/** What is typed at once, what is searched after a pause; a change from outside wins. */
function useDebouncedText(value: string, onChange: (value: string) => void) {
  const [text, setText] = useState(value)
  const [known, setKnown] = useState(value)
  if (value !== known) {
    setKnown(value)
    setText(value)
  }
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    const searched = sanitizeInput(text)
    if (searched === value) return
    const timer = setTimeout(() => {
      setKnown(searched)
      latest.current(searched)
    }, SEARCH_DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text, value])
  return [text, setText] as const
}

function useSlashFocuses(field: { current: HTMLInputElement | null }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof Element && event.target.closest('input, textarea, select')
      if (event.key !== '/' || event.metaKey || event.ctrlKey || isTyping) return
      if (document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [field])
}
