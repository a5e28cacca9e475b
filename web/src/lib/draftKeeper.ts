/** `unsaved`: changed, and not sent yet; `failed`: not sent, and kept for another try. */
export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'failed'

const DELAY_MS = 600

interface Options<Draft> {
  send: (draft: Draft) => Promise<unknown>
  onState: (state: SaveState) => void
}

/** Sends the newest draft 600 ms after the last change; never two at a time, never an older one. */
export class DraftKeeper<Draft> {
  readonly #options: Options<Draft>
  #waiting: Draft | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<boolean> | undefined

  constructor(options: Options<Draft>) {
    this.#options = options
  }

  get isWaiting(): boolean {
    return this.#waiting !== undefined || this.#sending !== undefined
  }

  /** Something typed has not gone out yet. */
  get hasUnsent(): boolean {
    return this.#waiting !== undefined
  }

  change(draft: Draft): void {
    this.#waiting = draft
    this.#options.onState('unsaved')
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), DELAY_MS)
  }

  /** Sends what waits, at once; `false` if it could not be sent. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer)
    const wasSent = (await this.#sending) ?? true
    if (this.#waiting === undefined) return wasSent
    this.#sending ??= this.#send(this.#waiting)
    return this.#sending
  }

  /** Forgets what waits. */
  drop(): void {
    clearTimeout(this.#timer)
    this.#waiting = undefined
  }

  async #send(draft: Draft): Promise<boolean> {
    this.#waiting = undefined
    this.#options.onState('saving')
    try {
      await this.#options.send(draft)
      this.#options.onState(this.#waiting === undefined ? 'saved' : 'unsaved')
      return true
    } catch {
      this.#waiting ??= draft
      this.#options.onState('failed')
      return false
    } finally {
      this.#sending = undefined
    }
  }
}
