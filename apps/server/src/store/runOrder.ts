import { RunoffError, type RunStatus } from '@runoff/core'
import type { RunOrder } from './metricStore.ts'

/** What may still change comes first, then what can be compared; `unknown` is not known. */
export const statusOrder: readonly RunStatus[] = [
  'running',
  'queued',
  'completed',
  'failed',
  'cancelled',
]

/** Returns a text as it is searched: letter case aside, and composed as keyboards type it. */
export function plainText(text: string): string {
  // Names from a file system may be decomposed (`e` and an accent); what is typed is not.
  return text.normalize('NFC').toLowerCase()
}

/**
 * Returns what a run is ordered by where the order is that of names: compare it by its UTF-8 bytes,
 * as databases do.
 */
export function nameKey(name: string): string {
  return Array.from(plainText(name.slice(0, 1000)))
    .slice(0, 200)
    .join('')
}

/** A place in an ordered list of runs: that of the last run which was shown. */
export interface RunPosition {
  /** What settles ties: the later it was saved, the higher. */
  readonly number: number
  /** What the run was ordered by; `null` where that is not known, and in the order of saving. */
  readonly key: string | number | null
}

/** Returns the cursor that leads on from a place. */
export function cursorOf({ number, key }: RunPosition): string {
  return Buffer.from(JSON.stringify([number, key === null ? null : String(key)])).toString(
    'base64url',
  )
}

/**
 * Returns the place that a cursor leads on from, `null` for the beginning.
 *
 * @throws {RunoffError} `bad-option` when the cursor is none that `cursorOf` gave for this order.
 */
export function readCursor(cursor: string | null, order: RunOrder): RunPosition | null {
  if (cursor === null) return null
  const parts = parse(Buffer.from(cursor, 'base64url').toString())
  const [number, text] = Array.isArray(parts) ? (parts as readonly unknown[]) : []
  if (!Number.isSafeInteger(number)) throw lostCursor()
  if (text === null) return { number: Number(number), key: null }
  if (typeof text !== 'string' || order === 'saved') throw lostCursor()
  const key = order === 'name' ? text : Number(text)
  if (Number.isNaN(key)) throw lostCursor()
  return { number: Number(number), key }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function lostCursor(): RunoffError {
  return new RunoffError(
    'bad-option',
    'The cursor is none that this server gave. Leave it out to begin with the first page.',
  )
}
