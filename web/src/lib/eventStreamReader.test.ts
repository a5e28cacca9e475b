import { describe, expect, it } from 'vitest'
import { EventStreamReader } from './eventStreamReader'

describe('an event stream', () => {
  it('is understood however it is torn', () => {
    const reader = new EventStreamReader()
    const text = 'event: check\ndata: {"id":"a: b"}\n\n: still here\n\nevent: finished\ndata: 1\n\n'

    const events = [...text].flatMap((character) => reader.push(character))

    expect(events).toEqual([
      { name: 'check', data: { id: 'a: b' } },
      { name: 'finished', data: 1 },
    ])
  })

  it('may end its lines as on Windows, and have none that is JSON', () => {
    expect(new EventStreamReader().push('data: nonsense\r\n\r\n')).toEqual([
      { name: 'message', data: undefined },
    ])
  })
})
