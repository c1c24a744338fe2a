import type { ReactNode } from 'react'
import type { Experiment } from './useExperiments.ts'

export interface ExperimentChooserProps {
  readonly experiments: readonly Experiment[]
  readonly value: string | null
  readonly onChange: (experimentId: string) => void
}

/** Chooses what is compared, where there is a choice. */
export function ExperimentChooser({
  experiments,
  value,
  onChange,
}: ExperimentChooserProps): ReactNode {
  if (experiments.length < 2) return null
  return (
    <label>
      Experiment{' '}
      <select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
        {experiments.map(({ id, name, run_count: count }) => (
          <option key={id} value={id}>
            {name} ({count} {count === 1 ? 'run' : 'runs'})
          </option>
        ))}
      </select>
    </label>
  )
}
