import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** A client of a stream. */
export interface StreamClient {
  readonly status: number
  /** What came so far. */
  readonly events: readonly EventSourceMessage[]
  /** Resolves when the stream has ended, by whoever ended it. */
  readonly ended: Promise<void>
  close(): void
}

/** Listens to a stream of a server that listens. */
export async function openStream(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<StreamClient> {
  const controller = new AbortController()
  const response = await fetch(url, { headers, signal: controller.signal })
  const events: EventSourceMessage[] = []
  const parser = createParser({ onEvent: (event) => events.push(event) })
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder()
    for await (const piece of response.body ?? []) {
      parser.feed(decoder.decode(piece, { stream: true }))
    }
  }
  const ended = read().catch(() => undefined)
  return { status: response.status, events, ended, close: () => controller.abort() }
}
