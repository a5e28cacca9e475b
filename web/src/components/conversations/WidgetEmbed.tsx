import { useEffect, useRef } from 'react'
import { ErrorState } from '@/components/ui/ErrorState'
import { useWidgetToken } from '@/hooks/useConversations'
import { useI18n, useRegional } from '@/lib/i18n'
import { usePreferences } from '@/lib/preferences'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import { onWidgetReady, tellWidget } from '@/lib/widgetHost'

interface Props {
  /** The portal's id. */
  conversationId: string
  tenantId: string
  /** Changes when there is something new to show. */
  version: number
}

/**
 * The transcript in a frame of its own. It is sandboxed without `allow-same-origin`: whatever a customer
 * manages to run there reaches neither cookies nor storage nor this page.
 */
export function WidgetEmbed({ conversationId, tenantId, version }: Props) {
  const { t } = useI18n()
  const { data, error, isFetching, refetch } = useWidgetToken(conversationId)
  const frame = useRef<HTMLIFrameElement>(null)
  useTelling(frame, data?.token, version)
  if (data === undefined && error !== null) {
    return (
      <ErrorState
        title={t('transcript.failed')}
        message={toUserMessage(error, t)}
        requestId={requestIdOf(error)}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  const query = new URLSearchParams({ convId: conversationId, tenantId, mode: 'portal' })
  return (
    <iframe
      ref={frame}
      src={`/widget?${query}`}
      title={t('conversation.widget')}
      sandbox="allow-scripts"
      referrerPolicy="no-referrer"
      className="min-h-0 w-full flex-1"
    />
  )
}

/** Tells the widget its token and what the reader prefers: when it is ready, and when any of it changes. */
function useTelling(
  frame: { current: HTMLIFrameElement | null },
  token: string | undefined,
  version: number,
) {
  const { language, regional } = useRegional()
  const theme = usePreferences((preferences) => preferences.theme)
  useEffect(() => {
    const element = frame.current
    if (element === null || token === undefined) return
    const tell = () =>
      tellWidget(element, {
        token,
        news: version > 0,
        theme,
        language,
        locale: regional?.locale ?? language,
        timeZone: regional?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
      })
    tell()
    return onWidgetReady(element, tell)
  }, [frame, token, version, theme, language, regional])
}
