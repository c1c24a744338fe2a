import { goalOf, type Goal, type Objective, type Run } from '@runoff/core'
import { useId, useMemo, type ReactNode } from 'react'
import { metricTitle } from '../format/metricName.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { objectiveChoices } from './objectiveChoices.ts'

/** Longer names would push the choice of the goal away. */
const nameLength = 40

export interface ObjectiveChooserProps {
  readonly runs: readonly Run[]
  readonly objective: Objective
  readonly onObjectiveChange: (objective: Objective) => void
}

/** Chooses what runs are judged by, and which end of it is better. Renders a `<div>`. */
export function ObjectiveChooser(props: ObjectiveChooserProps): ReactNode {
  const { runs, objective, onObjectiveChange } = props
  const { comparison, format } = useMessages()
  const ids = useId()
  const choices = useMemo(() => objectiveChoices(runs, objective.metric), [runs, objective.metric])
  const known = goalOf(objective.metric)
  const isGuess = known === null || (known.isGuess && known.goal === objective.goal)
  return (
    <div className="runoff-comparison-objective">
      <label htmlFor={`${ids}metric`}>{comparison.judgedBy}</label>
      <select
        id={`${ids}metric`}
        value={objective.metric}
        onChange={({ target }) => onObjectiveChange(objectiveOf(target.value))}
      >
        {choices.map((metric) => (
          <option key={metric} value={metric}>
            {shortenMiddle(metricTitle(metric, format), nameLength)}
          </option>
        ))}
      </select>
      <select
        aria-label={comparison.goal}
        value={objective.goal}
        onChange={({ target }) =>
          onObjectiveChange({ ...objective, goal: target.value === 'max' ? 'max' : 'min' })
        }
      >
        {goals.map((goal) => (
          <option key={goal} value={goal}>
            {comparison.goals[goal]}
          </option>
        ))}
      </select>
      {isGuess && <span className="runoff-comparison-muted">{comparison.guessedGoal}</span>}
    </div>
  )
}

const goals: readonly Goal[] = ['min', 'max']

function objectiveOf(metric: string): Objective {
  return { metric, goal: goalOf(metric)?.goal ?? 'min' }
}
