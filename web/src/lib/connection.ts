import { create } from 'zustand'

/** `live`: events arrive; `polling`: asked for every 30 s; `offline`: the last try got no answer. */
export type ConnectionState = 'connecting' | 'live' | 'polling' | 'offline'

interface Connection {
  stream: 'connecting' | 'open' | 'lost'
  reachable: boolean
  /** Epoch milliseconds of the last answer or event; `null` before the first. */
  heardAt: number | null
}

const useConnectionStore = create<Connection>(() => ({
  stream: 'connecting',
  reachable: true,
  heardAt: null,
}))

export function useConnectionState(): ConnectionState {
  return useConnectionStore(({ stream, reachable }) => {
    if (stream === 'open') return 'live'
    if (!reachable) return 'offline'
    return stream === 'lost' ? 'polling' : 'connecting'
  })
}

/** Epoch milliseconds of the last sign of life, `null` before the first. */
export function useHeardAt(): number | null {
  return useConnectionStore(({ heardAt }) => heardAt)
}

export function reportStream(stream: Connection['stream']): void {
  useConnectionStore.setState(
    stream === 'open' ? { stream, reachable: true, heardAt: Date.now() } : { stream },
  )
}

/** An event arrived. */
export function reportHeard(): void {
  useConnectionStore.setState({ heardAt: Date.now() })
}

/** What the latest request or the browser says about reaching the service. */
export function reportReachable(reachable: boolean): void {
  useConnectionStore.setState(reachable ? { reachable, heardAt: Date.now() } : { reachable })
}
