import type { CSSProperties, ReactNode } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { toggledRun, type ChartState, type ChartStore } from './chartStore.ts'
import { LineSwatch } from './LineSwatch.tsx'
import type { PlacedLine } from './model/chartModel.ts'
import { useChartState } from './useChartState.ts'

/** What a legend says of a line. */
export type LegendLine = Pick<PlacedLine, 'key' | 'runId' | 'name' | 'phase' | 'style'>

export interface LegendEntryProps {
  readonly line: LegendLine
  readonly store: ChartStore
  /** As much of its name as there is room for. */
  readonly shortName: string
  /** Shows its run alone, or all again; what was seen before it was clicked counts. */
  readonly onIsolate: (before: ChartState, runId: string) => void
  /** The pointer or the focus has left it. */
  readonly onLeave: () => void
}

/** One run of a legend; hovering another renders only the two. Renders a `<button>`. */
export function LegendEntry(props: LegendEntryProps): ReactNode {
  const { line, store, shortName, onIsolate, onLeave } = props
  const { runId, name, phase } = line
  const { charts } = useMessages()
  const isHidden = useChartState(store, ({ hiddenRunIds }) => hiddenRunIds.has(runId))
  const isHighlighted = useChartState(store, (state) => state.highlightedRunId === runId)
  const suffix = phase === null ? '' : charts.suffix[phase]
  const fullName = suffix === '' ? name : `${name} ${suffix}`
  const highlight = (): void => store.set({ highlightedRunId: runId })
  return (
    <button
      type="button"
      className="runoff-chart-legend-entry"
      aria-pressed={!isHidden}
      title={`${fullName}\n${charts.legendHint}`}
      data-run={runId}
      data-hidden={isHidden ? '' : undefined}
      data-highlighted={isHighlighted ? '' : undefined}
      style={colorStyle(line)}
      onClick={(event) => {
        if (event.shiftKey) onIsolate(store.get(), runId)
        // The second click of a double click is not one of its own.
        else if (event.detail < 2) store.set(toggledRun(store.get(), runId))
      }}
      onDoubleClick={(event) => {
        // Its first click has toggled the run; what was seen before that counts.
        const before = { ...store.get(), ...toggledRun(store.get(), runId) }
        if (!event.shiftKey) onIsolate(before, runId)
      }}
      onPointerEnter={highlight}
      onPointerLeave={onLeave}
      onFocus={highlight}
      onBlur={onLeave}
    >
      <LineSwatch line={line} />
      <LegendName name={name} suffix={suffix} shortName={shortName} />
    </button>
  )
}

interface LegendNameProps {
  readonly name: string
  readonly suffix: string
  readonly shortName: string
}

/** Shows a name as far as there is room, and says it in full. */
function LegendName({ name, suffix, shortName }: LegendNameProps): ReactNode {
  if (shortName === name && suffix === '') {
    return <bdi className="runoff-chart-legend-name">{name}</bdi>
  }
  const fullName = suffix === '' ? name : `${name} ${suffix}`
  return (
    <>
      <span className="runoff-spoken">{fullName}</span>
      <bdi className="runoff-chart-legend-name" aria-hidden="true">
        {shortName}
      </bdi>
      <span className="runoff-chart-legend-suffix" aria-hidden="true">
        {suffix}
      </span>
      {shortName !== name && (
        <bdi className="runoff-chart-legend-full" aria-hidden="true">
          {fullName}
        </bdi>
      )}
    </>
  )
}

function colorStyle({ style }: LegendLine): CSSProperties {
  return { ['--runoff-line-color' as string]: `var(${style.colorVariable})` }
}
