import { compareText, type Notice } from '@runoff/core'
import { unreadable } from '../unreadable.ts'
import { formRun, type FormedRun } from './formRun.ts'
import { numbered, uniqueNames } from './runNames.ts'
import type { RunParts } from './runParts.ts'

/** Runs as they were formed last, so that those whose files did not change need not be again. */
export type RunMemory = Map<string, RememberedRun>

interface RememberedRun {
  readonly parts: RunParts
  readonly formed: FormedRun
  /** The same under the name that it was given among the others. */
  readonly named: FormedRun | null
}

/** Returns a memory of no runs. */
export function runMemory(): RunMemory {
  return new Map()
}

export interface FormOptions {
  /** The name of the source. */
  readonly source: string
  readonly memory: RunMemory
}

/**
 * Forms all runs that were found, in the order of their ids, each with an id and a name of its own.
 * One that cannot be formed becomes a notice and hides none of the others.
 */
export function formRuns(
  parts: readonly RunParts[],
  { source, memory }: FormOptions,
): { readonly formed: readonly FormedRun[]; readonly notices: readonly Notice[] } {
  const ids = numbered(parts.map((part) => part.id))
  const unique = parts.map((part, i) => ({ ...part, id: ids[i] ?? part.id }))
  const sorted = unique.toSorted((a, b) => compareText(a.id, b.id))
  const known = new Map(memory)
  memory.clear()
  const formed: FormedRun[] = []
  const kept: RememberedRun[] = []
  const notices: Notice[] = []
  for (const part of sorted) {
    try {
      const earlier = known.get(part.id)
      const isSame = earlier !== undefined && isSameParts(earlier.parts, part)
      const one = isSame ? earlier.formed : formRun(part, source)
      kept.push({ parts: part, formed: one, named: isSame ? earlier.named : null })
      formed.push(one)
    } catch (cause) {
      notices.push(unreadable(part.pieces[0]?.path ?? part.id, cause))
    }
  }
  const names = uniqueNames(formed.map((one) => one.names))
  const named = kept.map((each, i) => {
    const one = withName(each, names[i] ?? each.formed.run.id)
    memory.set(each.parts.id, { ...each, named: one })
    return one
  })
  return { formed: named, notices }
}

/** The same object where the name is the same, so that nothing need be compared. */
function withName({ formed, named }: RememberedRun, name: string): FormedRun {
  if (named?.run.name === name) return named
  return { ...formed, run: { ...formed.run, name } }
}

function isSameParts(a: RunParts, b: RunParts): boolean {
  return (
    a.parent === b.parent &&
    areSame(a.names, b.names) &&
    areSame(a.configs, b.configs) &&
    areSame(a.results, b.results) &&
    areSame(a.notices, b.notices) &&
    areSame(a.pieces.map(runOf), b.pieces.map(runOf)) &&
    areSame(a.pieces.map(pathOf), b.pieces.map(pathOf))
  )
}

const runOf = ({ run }: RunParts['pieces'][number]): unknown => run
const pathOf = ({ path }: RunParts['pieces'][number]): string => path

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i])
}
