import { MessageSquareText } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { pagesFor } from '@/components/layout/navigation'
import { useSession } from '@/hooks/useAuth'
import { useConversationSearch } from '@/hooks/useConversations'
import { SEARCH_DEBOUNCE_MS } from '@/lib/constants'
import { useI18n } from '@/lib/i18n'
import type { Choice } from './ChoiceList'
import { useActions } from './useActions'

/** Actions crowd the list while nothing is typed; then only the first few are offered. */
const ACTIONS_UNASKED = 3

/** What fits a text: pages and actions by their names, conversations as the service finds them. */
export function useChoices(text: string): { choices: Choice[]; isSearching: boolean } {
  const { t } = useI18n()
  const { user } = useSession()
  const navigate = useNavigate()
  const { data, isFetching } = useConversationSearch(useDebounced(text))
  const actions = useActions()
  const fits = (title: string) => title.toLocaleLowerCase().includes(text.toLocaleLowerCase())

  const pages = pagesFor(user.role)
    .filter((page) => fits(t(page.label)))
    .map((page) => ({
      key: page.path,
      icon: page.icon,
      title: t(page.label),
      detail: t('palette.page'),
      run: () => void navigate(page.path),
    }))
  const deeds = actions
    .filter((action, index) => (text === '' ? index < ACTIONS_UNASKED : fits(action.title)))
    .map((action) => ({ ...action, detail: t('palette.action') }))
  const conversations = (text === '' ? [] : (data ?? [])).map((conversation) => ({
    key: conversation.id,
    icon: MessageSquareText,
    title: conversation.contactName === '' ? conversation.waId : conversation.contactName,
    detail: conversation.phone ?? conversation.waId,
    run: () => void navigate(`/conversations?conversation=${encodeURIComponent(conversation.id)}`),
  }))
  return { choices: [...pages, ...conversations, ...deeds], isSearching: isFetching }
}

function useDebounced(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SEARCH_DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
