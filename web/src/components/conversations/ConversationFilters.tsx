import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import { SEARCH_DEBOUNCE_MS } from '@/lib/constants'
import { useI18n } from '@/lib/i18n'
import { SEARCH_MAX_LENGTH, sanitizeInput } from '@/lib/sanitize'
import type { ConversationStatus } from '@/types/conversation'
import { STATUSES } from './useListParams'

interface Props {
  search: string
  status: ConversationStatus | undefined
  onSearchChange: (search: string) => void
  onStatusChange: (status: ConversationStatus | undefined) => void
}

export function ConversationFilters({ search, status, onSearchChange, onStatusChange }: Props) {
  const { t } = useI18n()
  return (
    <search className="flex flex-wrap items-center gap-2">
      <SearchField search={search} onSearchChange={onSearchChange} />
      <Select
        label={t('conversations.status')}
        hideLabel
        className="w-40"
        value={status ?? ''}
        onValueChange={(value) => onStatusChange(STATUSES.find((candidate) => candidate === value))}
        options={[
          { value: '', label: t('conversations.status.all') },
          ...STATUSES.map((value) => ({ value, label: t(`conversation.status.${value}`) })),
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
