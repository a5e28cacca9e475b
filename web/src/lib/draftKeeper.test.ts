import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DraftKeeper, type SaveState } from './draftKeeper'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function keeperOver(send: (draft: string) => Promise<void>) {
  const states: SaveState[] = []
  const keeper = new DraftKeeper<string>({ send, onState: (state) => states.push(state) })
  return { keeper, states }
}

describe('a draft', () => {
  it('is sent 600 ms after the last change, and only the newest', async () => {
    const sent: string[] = []
    const { keeper, states } = keeperOver(async (draft) => void sent.push(draft))

    keeper.change('No')
    await vi.advanceTimersByTimeAsync(599)
    keeper.change('North')
    await vi.advanceTimersByTimeAsync(599)
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(1)

    expect(sent).toEqual(['North'])
    expect(states).toEqual(['unsaved', 'unsaved', 'saving', 'saved'])
  })

  it('is not sent while another one is on its way', async () => {
    const sent: string[] = []
    let arrive: () => void = () => undefined
    const { keeper } = keeperOver((draft) => {
      sent.push(draft)
      return new Promise((resolve) => {
        arrive = resolve
      })
    })

    keeper.change('first')
    await vi.advanceTimersByTimeAsync(600)
    keeper.change('second')
    await vi.advanceTimersByTimeAsync(600)
    expect(sent).toEqual(['first'])
    arrive()
    await vi.advanceTimersByTimeAsync(0)

    expect(sent).toEqual(['first', 'second'])
  })

  it('is kept when it could not be sent, and goes out with the next try', async () => {
    const sent: string[] = []
    const { keeper, states } = keeperOver(async (draft) => {
      sent.push(draft)
      if (sent.length === 1) throw new Error('no connection')
    })
    keeper.change('North')
    await vi.advanceTimersByTimeAsync(600)
    expect(states.at(-1)).toBe('failed')

    const wasSent = await keeper.flush()

    expect(wasSent).toBe(true)
    expect(sent).toEqual(['North', 'North'])
    expect(keeper.isWaiting).toBe(false)
  })

  it('goes out at once when the page is left', async () => {
    const sent: string[] = []
    const { keeper } = keeperOver(async (draft) => void sent.push(draft))
    keeper.change('North')

    await keeper.flush()

    expect(sent).toEqual(['North'])
  })
})
