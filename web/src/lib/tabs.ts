import type { AuthSession } from '@/types/auth'

/** What the tabs of one browser tell each other about the session they share. */
export type TabMessage = { type: 'session'; session: AuthSession } | { type: 'signed-out' }

const CHANNEL = 'agent-portal.session'
const REFRESH_LOCK = 'agent-portal.refresh'

/** Sends to every other tab of this origin; a tab does not hear itself. */
export function tellOtherTabs(message: TabMessage): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(message)
  channel.close()
}

export function listenToOtherTabs(listener: (message: TabMessage) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = (event: MessageEvent<TabMessage>) => listener(event.data)
  return () => channel.close()
}

/** Runs `work` in one tab at a time. Without Web Locks (plain http) tabs are not kept apart. */
export function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  const locks: LockManager | null | undefined = navigator.locks
  return locks ? locks.request(REFRESH_LOCK, work) : work()
}
