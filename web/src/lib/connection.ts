import { create } from 'zustand'

/** `live`: events arrive; `polling`: asked for every 30 s; `offline`: the last try got no answer. */
export type ConnectionState = 'connecting' | 'live' | 'polling' | 'offline'

interface Connection {
  stream: 'connecting' | 'open' | 'lost'
  reachable: boolean
}

const useConnectionStore = create<Connection>(() => ({ stream: 'connecting', reachable: true }))

export function useConnectionState(): ConnectionState {
  return useConnectionStore(({ stream, reachable }) => {
    if (stream === 'open') return 'live'
    if (!reachable) return 'offline'
    return stream === 'lost' ? 'polling' : 'connecting'
  })
}

export function reportStream(stream: Connection['stream']): void {
  useConnectionStore.setState(stream === 'open' ? { stream, reachable: true } : { stream })
}

/** What the latest request or the browser says about reaching the service. */
export function reportReachable(reachable: boolean): void {
  useConnectionStore.setState({ reachable })
}
