import type { Notice } from '@runoff/core'
import { checkpointStep, fileNameOf, folderOf } from '../paths.ts'
import { isBeginning, joinStates } from './joinStates.ts'
import type { RunPiece } from './runParts.ts'

export interface FolderStates {
  /** The state of the folder's run, joined from all that tell of it; `null` where there is none. */
  readonly main: RunPiece | null
  /** States of other runs that lie in the same folder. */
  readonly others: readonly RunPiece[]
  readonly notices: readonly Notice[]
}

/**
 * Sorts out the states in one folder and its `checkpoint-N`. `trainer_state.json` is the run's own;
 * what is not how it began or goes on, beside it, is a state of another run.
 */
export function folderStates(states: readonly RunPiece[]): FolderStates {
  const checkpoints = states.filter((state) => stepOf(state) !== null)
  const roots = states.filter((state) => stepOf(state) === null)
  const own = roots.find(({ path }) => fileNameOf(path) === 'trainer_state.json') ?? roots[0]
  const isOther = (state: RunPiece): boolean => own !== undefined && !tellOfOneRun(state, own)
  const ordered = [
    ...checkpoints.toSorted((a, b) => (stepOf(a) ?? 0) - (stepOf(b) ?? 0)),
    ...roots.filter((state) => state !== own && !isOther(state)),
    ...(own === undefined ? [] : [own]),
  ]
  const joined = joinStates(ordered.map(({ run }) => run))
  const last = ordered.at(-1)
  return {
    main: joined === null || last === undefined ? null : { ...last, run: joined.run },
    others: roots.filter(isOther),
    notices: joined?.notices ?? [],
  }
}

function stepOf({ path }: RunPiece): number | null {
  return checkpointStep(folderOf(path))
}

function tellOfOneRun({ run: a }: RunPiece, { run: b }: RunPiece): boolean {
  return isBeginning(a.rows, b.rows) || isBeginning(b.rows, a.rows)
}
