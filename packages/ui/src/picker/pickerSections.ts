import {
  groupRuns,
  type Objective,
  type PickerView,
  type Run,
  type VerdictEvidence,
} from '@runoff/core'
import type { FilteredRuns } from './filterRuns.ts'
import { runStandings, type Standing } from './runStandings.ts'
import { sortRuns } from './sortRuns.ts'

/** Runs that stand together in the list. */
export interface PickerSection {
  /** The model the runs share, as `cleanModelName` writes it; `null` where they are not grouped. */
  readonly model: string | null
  readonly runs: readonly Run[]
}

export interface PickerSections {
  readonly sections: readonly PickerSection[]
  readonly standings: ReadonlyMap<Run, Standing>
}

/**
 * Returns the runs that were found, in order, and where each of them stands.
 *
 * A run stands among all the candidates of its model, or among all candidates where runs are not
 * grouped: a search hides the best run but makes no other run the best.
 */
export function pickerSections(
  { candidates, found }: Pick<FilteredRuns, 'candidates' | 'found'>,
  { sortBy, groupByModel }: Pick<PickerView, 'sortBy' | 'groupByModel'>,
  objective: Objective,
  evidence: VerdictEvidence | null = null,
): PickerSections {
  const sorted = (runs: readonly Run[]): readonly Run[] => sortRuns(runs, sortBy, objective)
  if (!groupByModel) {
    return {
      sections: [{ model: null, runs: sorted(found) }],
      standings: runStandings([candidates], objective, evidence),
    }
  }
  const groups = groupRuns(candidates, 'model')
  const isFound = new Set(found)
  return {
    sections: Array.from(groups, ([model, runs]) => ({
      model,
      runs: sorted(runs.filter((run) => isFound.has(run))),
    })).filter(({ runs }) => runs.length > 0),
    standings: runStandings(groups.values(), objective, evidence),
  }
}
