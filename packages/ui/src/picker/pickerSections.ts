import {
  groupRuns,
  type Objective,
  type PickerView,
  type Run,
  type VerdictEvidence,
} from '@runoff/core'
import { runStandings, type Standing } from './runStandings.ts'
import { sortRuns } from './sortRuns.ts'

/** Runs that stand together in the list. */
export interface PickerSection {
  /** The model the runs share, as `cleanModelName` writes it; `null` where they are not grouped. */
  readonly model: string | null
  readonly runs: readonly Run[]
  /** The best value of all runs of the model, found or not; `null` where none has one. */
  readonly best: number | null
}

/** Sections with where each of their runs stands. */
export interface PickerSections {
  readonly sections: readonly PickerSection[]
  readonly standings: ReadonlyMap<Run, Standing>
}

/**
 * Returns runs in sections, in order, and where each of them stands: among all the runs of its
 * model, or among all of them where they are not grouped.
 */
export function pickerSections(
  candidates: readonly Run[],
  { sortBy, groupByModel }: Pick<PickerView, 'sortBy' | 'groupByModel'>,
  objective: Objective,
  evidence: VerdictEvidence | null = null,
): PickerSections {
  const groups: Iterable<readonly [string | null, readonly Run[]]> = groupByModel
    ? groupRuns(candidates, 'model')
    : [[null, candidates]]
  const own = Array.from(groups)
  const standings = runStandings(
    own.map(([, runs]) => runs),
    objective,
    evidence,
  )
  const sections = own.map(([model, runs]) => ({
    model,
    runs: sortRuns(runs, sortBy, objective),
    best: bestOf(runs, standings),
  }))
  return { sections, standings }
}

/**
 * Returns what a search leaves of the sections, in the same order; those without a run are left
 * out. A search hides the best run but makes no other run the best.
 */
export function foundSections(
  sections: readonly PickerSection[],
  found: readonly Run[],
): readonly PickerSection[] {
  const count = sections.reduce((sum, { runs }) => sum + runs.length, 0)
  if (found.length === count) return sections.filter(({ runs }) => runs.length > 0)
  const isFound = new Set(found)
  return sections
    .map((section) => ({ ...section, runs: section.runs.filter((run) => isFound.has(run)) }))
    .filter(({ runs }) => runs.length > 0)
}

function bestOf(runs: readonly Run[], standings: ReadonlyMap<Run, Standing>): number | null {
  for (const run of runs) {
    const standing = standings.get(run)
    if (standing?.kind === 'best') return standing.value
  }
  return null
}
