import { type ComponentType, lazy } from 'react'
import { loadMessages } from './i18n'
import type { Area } from './messages/catalogue'

const RELOADED_KEY = 'agent-portal.reloaded-at'
const RELOAD_AGAIN_AFTER_MS = 60_000

/** The code of a page is gone from the server: a newer version was installed meanwhile. */
export class ChunkLoadError extends Error {
  override readonly name = 'ChunkLoadError'
}

/**
 * Loads a page's code when it is first shown, and the texts that only this page has. If the code cannot be had, the document is loaded
 * anew, once; a second failure is a `ChunkLoadError` for the error boundary.
 */
export function lazyPage(load: () => Promise<ComponentType>, texts?: Area<unknown>) {
  return lazy(async () => {
    try {
      const [page] = await Promise.all([load(), texts ? loadMessages(texts) : undefined])
      return { default: page }
    } catch (cause) {
      if (reloadedJustNow()) throw new ChunkLoadError('a part of the page did not load', { cause })
      sessionStorage.setItem(RELOADED_KEY, String(Date.now()))
      window.location.reload()
      return new Promise<never>(() => undefined)
    }
  })
}

function reloadedJustNow(): boolean {
  const reloadedAt = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0)
  return Date.now() - reloadedAt < RELOAD_AGAIN_AFTER_MS
}
