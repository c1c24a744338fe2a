import type { ReactNode } from 'react'
import { AxisRangeControl } from './AxisRangeControl.tsx'
import { withRange, type AxisRange } from './axisRanges.ts'
import type { ParamMessages } from './messages.ts'
import { paramOf, type AxisId, type ParallelAxis } from './parallelModel.ts'
import { ParamSelect } from './ParamSelect.tsx'
import { paramLabel } from './paramWords.ts'

export interface AxisControlsProps {
  readonly axes: readonly ParallelAxis[]
  readonly hiddenIds: readonly AxisId[]
  readonly onAxesChange: (axes: readonly AxisId[]) => void
  readonly ranges: readonly AxisRange[]
  readonly onRangesChange: (ranges: readonly AxisRange[]) => void
  readonly messages: ParamMessages
  /** What the objective's axis is called. */
  readonly objectiveLabel: string
}

/**
 * Moves, hides, adds and limits the axes: all that the pointer can do in the plot, and more.
 * Renders a `<details>`.
 */
export function AxisControls(props: AxisControlsProps): ReactNode {
  const { axes, hiddenIds, onAxesChange, ranges, onRangesChange, messages } = props
  const words = messages.parallel
  const ids = axes.map(({ id }) => id)
  const label = (id: AxisId): string => {
    const param = paramOf(id)
    if (param !== null) return paramLabel(param)
    return id === 'objective' ? props.objectiveLabel : messages.gpuHours
  }
  const move = (place: number, by: 1 | -1): void => {
    const id = ids[place]
    if (id !== undefined) onAxesChange(ids.toSpliced(place, 1).toSpliced(place + by, 0, id))
  }
  const hide = (axis: ParallelAxis): void => {
    onAxesChange(ids.filter((id) => id !== axis.id))
    // A range that nobody sees must not keep runs away.
    if (ranges.some((range) => range.axis === axis.id)) {
      onRangesChange(withRange(ranges, axis, null))
    }
  }
  return (
    <details className="runoff-chart-data runoff-param-axes">
      <summary>{words.axes}</summary>
      <ul>
        {axes.map((axis, place) => (
          <li key={axis.id}>
            <bdi className="runoff-param-axes-name">{axis.label}</bdi>
            <AxisRangeControl
              axis={axis}
              ranges={ranges}
              onRangesChange={onRangesChange}
              messages={messages}
            />
            <span className="runoff-param-axes-buttons">
              <AxisButton
                label={words.moveLeft(axis.label)}
                sign="←"
                isOff={place === 0}
                onPress={() => move(place, -1)}
              />
              <AxisButton
                label={words.moveRight(axis.label)}
                sign="→"
                isOff={place === axes.length - 1}
                onPress={() => move(place, 1)}
              />
              <AxisButton
                label={words.hide(axis.label)}
                sign="✕"
                isOff={false}
                onPress={() => hide(axis)}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className="runoff-param-axes-foot">
        {hiddenIds.length > 0 && (
          <ParamSelect
            label={words.addAxis}
            options={[['', words.chooseAxis], ...hiddenIds.map((id) => [id, label(id)] as const)]}
            value=""
            onValueChange={(value) => {
              const added = hiddenIds.find((id) => id === value)
              if (added !== undefined) onAxesChange([...ids, added])
            }}
          />
        )}
        {ranges.length > 0 && (
          <button type="button" className="runoff-chart-button" onClick={() => onRangesChange([])}>
            {words.clearRanges}
          </button>
        )}
      </div>
    </details>
  )
}

interface AxisButtonProps {
  readonly label: string
  readonly sign: string
  readonly isOff: boolean
  readonly onPress: () => void
}

/** Keeps its focus at the end of the row, where a button that is disabled would lose it. */
function AxisButton({ label, sign, isOff, onPress }: AxisButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="runoff-chart-button"
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => {
        if (!isOff) onPress()
      }}
    >
      {sign}
    </button>
  )
}
