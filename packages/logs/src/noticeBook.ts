import type { Notice } from '@runoff/core'

/** Collects notices, one for each code, with the first line and how often it was met. */
export interface NoticeBook {
  readonly add: (code: string, message: string, line: number | null) => void
  readonly list: () => Notice[]
}

interface Entry {
  readonly message: string
  readonly line: number | null
  count: number
}

/** Returns an empty book; what it holds is bounded by the number of codes, however long the log. */
export function createNoticeBook(): NoticeBook {
  const entries = new Map<string, Entry>()
  return {
    add(code, message, line) {
      const entry = entries.get(code)
      if (entry === undefined) entries.set(code, { message, line, count: 1 })
      else entry.count += 1
    },
    list() {
      return Array.from(entries, ([code, { message, line, count }]) =>
        line === null ? { code, message, count } : { code, message, count, line },
      )
    },
  }
}
