export interface StreamEvent {
  /** `message` unless the stream names it. */
  name: string
  /** Parsed JSON; `undefined` if it is none. */
  data: unknown
}

/** Cuts the text of an event stream into events, however it is torn into pieces. */
export class EventStreamReader {
  #rest = ''

  /** The events that `piece` completes. */
  push(piece: string): StreamEvent[] {
    const blocks = (this.#rest + piece).replaceAll('\r\n', '\n').split('\n\n')
    this.#rest = blocks.pop() ?? ''
    return blocks.flatMap((block) => eventIn(block) ?? [])
  }
}

function eventIn(block: string): StreamEvent | undefined {
  let name = 'message'
  const data: string[] = []
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
    if (field === 'event') name = value
    if (field === 'data') data.push(value)
  }
  return data.length > 0 ? { name, data: fromJson(data.join('\n')) } : undefined
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
