import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { openEventStream } from '@/api/events'
import { reportHeard, reportReachable, reportStream } from '@/lib/connection'
import { queryKeys } from '@/lib/queryKeys'
import { throttle } from '@/lib/throttle'
import { useSession } from './useAuth'

const DASHBOARD_EVERY_MS = 1_500
const LIST_EVERY_MS = 1_500
const CONVERSATION_EVERY_MS = 400

/** Keeps what is shown up to date from the service's events; to be used once, by the layout. */
export function useLiveUpdates(): void {
  const queryClient = useQueryClient()
  const { tenantId } = useSession()

  useEffect(() => {
    const renew = (queryKey: readonly unknown[]) => void queryClient.invalidateQueries({ queryKey })
    const renewDashboard = throttle(
      () => renew(queryKeys.analytics.all(tenantId)),
      DASHBOARD_EVERY_MS,
    )
    const renewLists = throttle(() => renew(queryKeys.conversations.lists(tenantId)), LIST_EVERY_MS)
    const changed = new Set<string>()
    const renewConversations = throttle(() => {
      for (const id of changed) renew(queryKeys.conversations.one(tenantId, id))
      changed.clear()
    }, CONVERSATION_EVERY_MS)

    const close = openEventStream({
      onReady: () => {
        reportStream('open')
        renew([tenantId])
      },
      onLost: () => reportStream('lost'),
      onActivity: ({ conversationIds, more }) => {
        reportHeard()
        if (more) return renew([tenantId])
        for (const id of conversationIds) changed.add(id)
        renewDashboard()
        renewLists()
        renewConversations()
      },
    })
    return () => {
      close()
      reportStream('connecting')
      for (const throttled of [renewDashboard, renewLists, renewConversations]) throttled.cancel()
    }
  }, [queryClient, tenantId])

  useEffect(() => {
    const onOffline = () => reportReachable(false)
    const onOnline = () => reportReachable(true)
    window.addEventListener('offline', onOffline)
    window.addEventListener('online', onOnline)
    return () => {
      window.removeEventListener('offline', onOffline)
      window.removeEventListener('online', onOnline)
    }
  }, [])
}
