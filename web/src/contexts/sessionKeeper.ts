import { LONGEST_TIMER_MS, SESSION_FLOOR_MS, SESSION_LEAD_MS } from '@/lib/constants'

export interface SessionWarning {
  /** `idle`: nobody was here, staying is possible; `absolute`: only a new login helps. */
  kind: 'idle' | 'absolute'
  /** Epoch milliseconds. */
  endsAt: number
}

interface Keeper {
  /** Epoch milliseconds, both. */
  expiresAt: number
  absoluteExpiresAt: number
  /** When a person last touched this page, epoch milliseconds. */
  lastActivityAt: () => number
  /** Prolongs the session. */
  refresh: () => Promise<void>
  /** Asks for the session without prolonging it: another tab may have done so. */
  probe: () => Promise<void>
  onWarning: (warning: SessionWarning) => void
}

/**
 * Watches one session's end: prolongs it for a person who is here, warns one who is not. To be
 * started again with every new `expiresAt`; the returned function stops it.
 */
export function keepSession(keeper: Keeper): () => void {
  const startedAt = Date.now()
  const endsAt = Math.min(keeper.expiresAt, keeper.absoluteExpiresAt)
  const kind = keeper.absoluteExpiresAt <= keeper.expiresAt ? 'absolute' : 'idle'
  const lead = Math.min(SESSION_LEAD_MS, (endsAt - startedAt) / 3)
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const checkAfter = (delayMs: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(check, Math.min(Math.max(delayMs, 0), LONGEST_TIMER_MS))
  }

  const check = async () => {
    const now = Date.now()
    if (now < endsAt - lead) return checkAfter(endsAt - lead - now)
    if (kind === 'idle' && now < endsAt && keeper.lastActivityAt() > startedAt) {
      await keeper.refresh()
      return checkAfter(SESSION_FLOOR_MS)
    }
    await keeper.probe()
    if (!stopped && now < endsAt) keeper.onWarning({ kind, endsAt })
    checkAfter(now < endsAt ? endsAt - now : SESSION_FLOOR_MS)
  }

  // Timers stand still while a computer sleeps.
  const onVisible = () => {
    if (document.visibilityState === 'visible') checkAfter(0)
  }
  document.addEventListener('visibilitychange', onVisible)
  checkAfter(Math.max(endsAt - lead - startedAt, SESSION_FLOOR_MS))
  return () => {
    stopped = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', onVisible)
  }
}
