import { RunoffError } from '@runoff/core'
import type { RunQuery } from '../source.ts'
import { chunkNames } from './chunkNames.ts'

/** A part of a list of runs that the server can be asked for: of one experiment, by some ids. */
export interface PagePart {
  readonly experimentId: string
  readonly ids?: readonly string[]
}

/** Where a list goes on: in which of its parts, and at which of the server's own cursors. */
export interface Place {
  readonly part: number
  readonly cursor: string | null
}

/** The parts of a list in their order; more ids than fit into one URL are asked for in turn. */
export function partsOf(experiments: readonly string[], { ids }: RunQuery): readonly PagePart[] {
  if (ids === undefined) return experiments.map((experimentId) => ({ experimentId }))
  const chunks = chunkNames(ids)
  return experiments.flatMap((experimentId) => chunks.map((some) => ({ experimentId, ids: some })))
}

/** Returns a place as a cursor; the experiment is named, since others may come before it. */
export function encodePlace(parts: readonly PagePart[], { part, cursor }: Place): string {
  const experimentId = parts[part]?.experimentId ?? ''
  const first = parts.findIndex((other) => other.experimentId === experimentId)
  return JSON.stringify([experimentId, part - first, cursor])
}

/**
 * Returns the place of a cursor, the beginning for `null`.
 *
 * @throws {RunoffError} `bad-option` when the cursor was not given for this list.
 */
export function decodePlace(parts: readonly PagePart[], cursor: string | null): Place {
  if (cursor === null) return { part: 0, cursor: null }
  const [experimentId, offset, inner] = parse(cursor)
  const first = parts.findIndex((part) => part.experimentId === experimentId)
  const part = first + (typeof offset === 'number' ? offset : NaN)
  const isKnown = first >= 0 && parts[part]?.experimentId === experimentId
  if (isKnown && (inner === null || typeof inner === 'string')) return { part, cursor: inner }
  throw new RunoffError(
    'bad-option',
    'The cursor is none that this source gave. Pass the nextCursor of the page before, or null.',
  )
}

function parse(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
