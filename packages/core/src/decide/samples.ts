import { compareRunIds } from '../run/compareRunIds.ts'
import type { Basis, Objective, Run } from '../run/run.ts'
import { mean } from '../stats/moments.ts'
import {
  configurationsOf,
  type Configuration,
  type ConfigurationsOptions,
} from './configurations.ts'
import type { Estimate } from './estimate.ts'
import { isBetter } from './objective.ts'

/** A configuration with one value for each seed. */
export interface Sample {
  readonly configuration: Configuration
  readonly values: readonly number[]
  /** The best first. */
  readonly runs: readonly Run[]
  readonly basis: Basis
}

/** Returns the configurations of the runs with what each of their seeds is judged by. */
export function samplesOf(
  runs: readonly Run[],
  estimates: ReadonlyMap<Run, Estimate>,
  options: {
    readonly objective: Objective
    readonly configurations: ConfigurationsOptions
  },
): readonly Sample[] {
  const valueOf = (run: Run): number => estimates.get(run)?.value ?? NaN
  return configurationsOf(runs, options.configurations).map((configuration) => ({
    configuration,
    values: configuration.replicates
      .map((same) => mean(same.map(valueOf)))
      .toSorted((a, b) => a - b),
    runs: configuration.runs.toSorted(
      (a, b) => compareValues(valueOf(a), valueOf(b), options.objective) || compareRunIds(a, b),
    ),
    basis: weakest(configuration.runs.map((run) => estimates.get(run)?.basis ?? 'summary')),
  }))
}

/** Orders values of the objective, the better first. */
export function compareValues(a: number, b: number, objective: Objective): number {
  if (isBetter(a, b, objective)) return -1
  return isBetter(b, a, objective) ? 1 : 0
}

const fromWeakest: readonly Basis[] = ['last-only', 'sampled', 'summary']

function weakest(bases: readonly Basis[]): Basis {
  return fromWeakest.find((basis) => bases.includes(basis)) ?? 'full'
}
