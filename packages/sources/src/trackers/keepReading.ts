import { RunoffError } from '@runoff/core'

export interface ReadPage<T> {
  readonly items: readonly T[]
  /** What the next page is asked for with, `null` on the last. */
  readonly next: string | null
}

/** More than any list needs; a tracker that goes on behind it has no end. */
const mostPages = 1000
const mostItems = 10_000_000

/**
 * Returns what all pages of a list hold, in their order.
 *
 * @throws {RunoffError} `source-failed` when the pages lead back to one that was read, or do not end.
 */
export async function keepReading<T>(
  readPage: (token: string | null) => Promise<ReadPage<T>>,
): Promise<readonly T[]> {
  const items: T[] = []
  const seen = new Set<string>()
  let token: string | null = null
  for (;;) {
    const page: ReadPage<T> = await readPage(token)
    for (const item of page.items) items.push(item)
    token = page.next
    if (token === null) return items
    if (seen.has(token)) throw endless('lead back to one that was read')
    if (seen.size >= mostPages || items.length > mostItems) throw endless('do not end')
    seen.add(token)
  }
}

function endless(why: string): RunoffError {
  return new RunoffError('source-failed', `The pages of the tracker's answer ${why}.`)
}
