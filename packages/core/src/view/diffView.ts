import { readFlag, readObject, readTextOrNull } from './readPart.ts'

/** What a person has set in the diff of parameters; plain JSON, so that a link can carry it. */
export interface DiffView {
  /** Whether the parameters that are the same in all runs are listed too. */
  readonly isSameOpen: boolean
  /** Only parameters whose name or value contains this text, letter case aside. */
  readonly search: string
  /** The id of the run that the others are set against; `null` is the first. */
  readonly baselineId: string | null
}

/** The view that the diff starts with. */
export const defaultDiffView: DiffView = { isSameOpen: false, search: '', baselineId: null }

/** Returns the whole view of the diff that a part of one stands for. */
export function completeDiffView(given: unknown): DiffView {
  const part = readObject(given)
  return {
    isSameOpen: readFlag(part.get('isSameOpen'), false),
    search: readTextOrNull(part.get('search')) ?? '',
    baselineId: readTextOrNull(part.get('baselineId')),
  }
}
