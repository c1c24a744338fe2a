import { readEpochMs, readText } from '@runoff/core'
import type { JsonValue } from '../../json/parseTolerantJson.ts'
import type { MetricRow, ParsedRun, RunFacts } from '../formats/parsedFile.ts'
import type { Study, Trial } from './replay.ts'

/** By Optuna's number for the state of a trial; one that was pruned was stopped on purpose. */
const statuses: readonly string[] = ['running', 'completed', 'cancelled', 'failed', 'queued']

const states: readonly string[] = ['running', 'complete', 'pruned', 'fail', 'waiting']

/**
 * Returns the trials of some studies, each as a run. What it reported on its way is the series
 * `intermediate_value`; what it came to is a number of the run as a whole, by the study's own names
 * for its objectives, else `value`, or `value_0`, `value_1` where there are several.
 */
export function optunaRuns(studies: readonly Study[]): readonly ParsedRun[] {
  return studies.flatMap((study) =>
    study.trials.map((trial) => ({
      key: studies.length === 1 ? `trial ${trial.number}` : `${study.name}/trial ${trial.number}`,
      rows: rowsOf(trial, objectivesOf(study, trial)),
      facts: factsOf(study, trial),
      config: Object.fromEntries(trial.params),
    })),
  )
}

function rowsOf(trial: Trial, objectives: readonly string[]): readonly MetricRow[] {
  const steps = [...trial.intermediate].toSorted(([a], [b]) => a - b)
  const series = steps.map(([step, value]) => rowOf(null, step, [['intermediate_value', value]]))
  const values = trial.values.flatMap((value, i) =>
    value === null ? [] : [[objectives[i] ?? `value_${i}`, value] as const],
  )
  return values.length === 0 ? series : [...series, rowOf('summary', null, values)]
}

function rowOf(
  phase: MetricRow['phase'],
  step: number | null,
  metrics: readonly (readonly [string, number])[],
): MetricRow {
  return { phase, step, epoch: null, timeMs: null, metrics: new Map(metrics) }
}

function objectivesOf(study: Study, { values }: Trial): readonly string[] {
  const names = study.systemAttrs.get('study:metric_names')
  const list: readonly JsonValue[] = Array.isArray(names) ? names : []
  const count = Math.max(values.length, study.directions.length)
  return Array.from({ length: count }, (_, i) => {
    return readText(list[i]) ?? (count === 1 ? 'value' : `value_${i}`)
  })
}

function factsOf(study: Study, trial: Trial): RunFacts {
  const goals = objectivesOf(study, trial).flatMap((name, i): [string, string][] => {
    const direction = study.directions[i]
    if (direction !== 1 && direction !== 2) return []
    return [[`goal/${name}`, direction === 1 ? 'min' : 'max']]
  })
  const ranges = Array.from(trial.distributions, ([name, { text }]): [string, string] => {
    return [`range/${name}`, text]
  })
  const attrs = Array.from(trial.userAttrs, ([name, value]): [string, string] => {
    return [name, readText(value) ?? JSON.stringify(value)]
  })
  return {
    group: study.name === '' ? null : study.name,
    status: statuses[trial.state] ?? 'unknown',
    startedAtMs: msOf(trial.startedAt),
    endedAtMs: msOf(trial.completedAt),
    tags: new Map([
      ...attrs,
      ['study', study.name],
      ['state', states[trial.state] ?? 'unknown'],
      ...goals,
      ...ranges,
    ]),
  }
}

/** Optuna writes the time of its machine without a zone; how long a trial took is right all the same. */
function msOf(text: string | null): number | null {
  return readEpochMs(text)
}
