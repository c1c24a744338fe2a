import type { SQLOutputValue } from 'node:sqlite'
import { RunoffError } from '@runoff/core'

type Cell = SQLOutputValue | undefined

/** One row of an answer, by the names of its columns. */
export type Row = Readonly<Record<string, SQLOutputValue>>

/** Returns a text cell; the tables are STRICT, so that another type is a broken file. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell
  throw broken(`a text was expected, and ${typeof cell} was found`)
}

/** Returns a number cell that is never NULL. */
export function integerOf(cell: Cell): number {
  if (typeof cell === 'number') return cell
  throw broken(`a number was expected, and ${typeof cell} was found`)
}

/** Returns a number cell; NULL stays `null`. */
export function numberOf(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null
}

/** Returns a value as a point keeps it, where NULL stands for `NaN`. */
export function valueOf(cell: Cell): number {
  return typeof cell === 'number' ? cell : NaN
}

/** Returns the bytes of a cell that is never NULL. */
export function bytesOf(cell: Cell): Uint8Array {
  if (cell instanceof Uint8Array) return cell
  throw broken(`bytes were expected, and ${typeof cell} was found`)
}

/** Returns what a cell says as JSON. */
export function jsonOf(cell: Cell): unknown {
  const text = textOf(cell)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw broken('a text is no JSON', cause)
  }
}

function broken(what: string, cause?: unknown): RunoffError {
  return new RunoffError(
    'source-failed',
    `The database is damaged: ${what}. Put a copy of it in its place.`,
    { cause },
  )
}
