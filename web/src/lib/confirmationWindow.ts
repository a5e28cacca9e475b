/** What Genesys sent the confirmation's window back with; `code` is `null` if it was cancelled there. */
export interface ConfirmationAnswer {
  state: string
  code: string | null
}

const CHANNEL = 'agent-portal.confirmation'
const FEATURES = 'popup,width=520,height=720'

/** Hands the answer to the page that opened this window; the channel reaches this origin only. */
export function announceConfirmation(answer: ConfirmationAnswer): void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.postMessage(answer)
  channel.close()
}

/** Calls `listener` for each answer until the returned function is called. */
export function listenForConfirmation(listener: (answer: ConfirmationAnswer) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL)
  channel.onmessage = ({ data }: MessageEvent<ConfirmationAnswer>) => listener(data)
  return () => channel.close()
}

/**
 * An empty window, to be led to Genesys; `null` if the browser refuses. Only a click may open one,
 * so it is opened before its address is known.
 */
export function openConfirmationWindow(): Window | null {
  return window.open('', 'agent-portal-confirmation', FEATURES)
}
