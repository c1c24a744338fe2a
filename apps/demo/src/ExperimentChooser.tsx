import type { ReactNode } from 'react'
import type { Experiment } from './useExperiments.ts'

export interface ExperimentChooserProps {
  readonly experiments: readonly Experiment[]
  readonly value: string | null
  readonly onChange: (experimentId: string) => void
}

/** Stands where an experiment's id would, and is none: the server makes ids of its own. */
export const allExperiments = ''

function countOf(runs: number): string {
  return `(${runs} ${runs === 1 ? 'run' : 'runs'})`
}

/** Chooses what is compared, where there is a choice. */
export function ExperimentChooser({
  experiments,
  value,
  onChange,
}: ExperimentChooserProps): ReactNode {
  const isKnown =
    value === null || value === allExperiments || experiments.some(({ id }) => id === value)
  if (experiments.length < 2 && isKnown) return null
  return (
    <label>
      Experiment{' '}
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        {!isKnown && <option value={value}>Not on this server</option>}
        {experiments.map(({ id, name, run_count: count }) => (
          <option key={id} value={id}>
            {name} {countOf(count)}
          </option>
        ))}
        <option value={allExperiments}>
          All experiments {countOf(experiments.reduce((sum, one) => sum + one.run_count, 0))}
        </option>
      </select>
    </label>
  )
}
