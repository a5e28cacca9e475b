import { type HostMessage, hostMessage } from '@/types/widget'

const KIND = 'agent-portal-widget'

/** In the widget: hears the page around it, and nobody else. Returns the way to stop. */
export function onHostMessage(listener: (message: HostMessage) => void): () => void {
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source !== window.parent || event.source === window) return
    const message = hostMessage.safeParse(event.data)
    if (message.success) listener(message.data)
  }
  window.addEventListener('message', onMessage)
  return () => window.removeEventListener('message', onMessage)
}

/** In the widget: asks the page around it for a token. */
export function askHost(): void {
  if (window.parent !== window) window.parent.postMessage({ kind: KIND, ready: true }, '*')
}

/** Around the widget: called whenever this frame's page is ready to be told. */
export function onWidgetReady(frame: HTMLIFrameElement, listener: () => void): () => void {
  const onMessage = (event: MessageEvent<unknown>) => {
    if (event.source === frame.contentWindow) listener()
  }
  window.addEventListener('message', onMessage)
  return () => window.removeEventListener('message', onMessage)
}

/** Around the widget: its page has no origin that could be named as the addressee. */
export function tellWidget(frame: HTMLIFrameElement, message: Omit<HostMessage, 'kind'>): void {
  frame.contentWindow?.postMessage({ kind: KIND, ...message }, '*')
}
