import { type ActivityEvent, activityEvent } from '@/types/live'
import { announceUnauthenticated } from './client'

interface Handlers {
  /** Connected, or connected again: what is shown may be stale. */
  onReady: () => void
  onActivity: (event: ActivityEvent) => void
  /** The connection is gone; it is being made again. */
  onLost: () => void
}

const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 60_000

/** Listens to the tenant's events until the returned function is called. */
export function openEventStream({ onReady, onActivity, onLost }: Handlers): () => void {
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined
  let retryMs = FIRST_RETRY_MS

  const connect = () => {
    source = new EventSource('/api/events')
    source.addEventListener('ready', () => {
      retryMs = FIRST_RETRY_MS
      onReady()
    })
    source.addEventListener('activity', (event) => {
      const parsed = activityEvent.safeParse(fromJson(event.data))
      if (parsed.success) onActivity(parsed.data)
    })
    source.addEventListener('session-ended', announceUnauthenticated)
    source.addEventListener('error', () => {
      onLost()
      // The browser tries again by itself unless the answer was not an event stream.
      if (source.readyState !== EventSource.CLOSED) return
      timer = setTimeout(connect, retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    })
  }

  connect()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
