import { RunoffError } from '@runoff/core'

/** How far the list of one source has been read. */
export interface SourceProgress {
  /** Where to go on: `null` is the beginning. */
  readonly cursor: string | null
  readonly isDone: boolean
  /** How many runs of this source match, where it told; `undefined` while it was not asked. */
  readonly total: number | null | undefined
}

type Entry = readonly [cursor: string | null, isDone: boolean, total: number | null | undefined]

/** Returns the progress of all sources, in their order, as one cursor. */
export function encodeCursor(progress: readonly SourceProgress[]): string {
  return JSON.stringify(progress.map(({ cursor, isDone, total = -1 }) => [cursor, isDone, total]))
}

/**
 * Returns what `encodeCursor` wrote, or the beginning of each of `count` sources for `null`.
 *
 * @throws {RunoffError} `bad-option` when the cursor was not given by these sources.
 */
export function decodeCursor(cursor: string | null, count: number): readonly SourceProgress[] {
  if (cursor === null) {
    return Array.from({ length: count }, () => ({ cursor: null, isDone: false, total: undefined }))
  }
  const entries = parse(cursor)
  if (!Array.isArray(entries) || entries.length !== count || !entries.every(isEntry)) {
    throw new RunoffError(
      'bad-option',
      'The cursor is none that these sources gave. Pass the nextCursor of the page before, or null.',
    )
  }
  return entries.map(([inner, isDone, total]) => ({
    cursor: inner,
    isDone,
    total: total === -1 ? undefined : total,
  }))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false
  const [cursor, isDone, total]: readonly unknown[] = value
  return (
    (cursor === null || typeof cursor === 'string') &&
    typeof isDone === 'boolean' &&
    (total === null || typeof total === 'number')
  )
}
