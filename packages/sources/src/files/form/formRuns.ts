import { compareText, type Notice } from '@runoff/core'
import { unreadable } from '../unreadable.ts'
import { formRun, type FormedRun } from './formRun.ts'
import { numbered, uniqueNames } from './runNames.ts'
import type { RunParts } from './runParts.ts'

/**
 * Forms all runs that were found, in the order of their ids, each with an id and a name of its own.
 * One that cannot be formed becomes a notice and hides none of the others.
 */
export function formRuns(
  parts: readonly RunParts[],
  source: string,
): { readonly formed: readonly FormedRun[]; readonly notices: readonly Notice[] } {
  const ids = numbered(parts.map((part) => part.id))
  const unique = parts.map((part, i) => ({ ...part, id: ids[i] ?? part.id }))
  const sorted = unique.toSorted((a, b) => compareText(a.id, b.id))
  const formed: FormedRun[] = []
  const notices: Notice[] = []
  for (const part of sorted) {
    try {
      formed.push(formRun(part, source))
    } catch (cause) {
      notices.push(unreadable(part.pieces[0]?.path ?? part.id, cause))
    }
  }
  const names = uniqueNames(formed.map((one) => one.names))
  const named = formed.map((one, i) => ({
    ...one,
    run: { ...one.run, name: names[i] ?? one.run.id },
  }))
  return { formed: named, notices }
}
