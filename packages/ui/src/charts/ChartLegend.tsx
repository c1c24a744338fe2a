import { memo, type CSSProperties, type NamedExoticComponent, type ReactNode } from 'react'
import { shortenName } from '../format/shortenName.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { isolatedRun, toggledRun, type ChartState, type ChartStore } from './chartStore.ts'
import { LineSwatch } from './LineSwatch.tsx'
import type { ChartLine } from './model/chartLine.ts'
import { useChartState } from './useChartState.ts'

export interface ChartLegendProps {
  readonly title: string
  readonly lines: readonly ChartLine[]
  readonly store: ChartStore
  /** Names longer than this are cut; the full one is shown on hover and focus. */
  readonly longestName: number
}

/** As many as stand beside a plot of the usual height. */
const mostWithoutScrolling = 11

/**
 * Names the runs of a chart: a click hides or shows one, a double click shows it alone, hover and
 * focus bring it to the front. Renders a `<ul>`, anew only where the runs are others: a zoom is none
 * of its concern.
 */
export const ChartLegend: NamedExoticComponent<ChartLegendProps> = /* @__PURE__ */ memo(
  function ChartLegend({ title, lines, store, longestName }) {
    const { charts } = useMessages()
    const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
    const highlightedRunId = useChartState(store, (state) => state.highlightedRunId)
    const highlight = (runId: string | null): void => store.set({ highlightedRunId: runId })
    const isolate = (before: ChartState, runId: string): void =>
      store.set(
        isolatedRun(
          before,
          runId,
          lines.map((line) => line.runId),
        ),
      )
    return (
      <ul
        className="runoff-chart-legend"
        aria-label={charts.legendOf(title)}
        data-long={lines.length > mostWithoutScrolling ? '' : undefined}
      >
        {lines.map((line) => {
          const { key, runId, name } = line
          const suffix = line.phase === null ? '' : charts.suffix[line.phase]
          const fullName = suffix === '' ? name : `${name} ${suffix}`
          return (
            <li key={key}>
              <button
                type="button"
                className="runoff-chart-legend-entry"
                aria-pressed={!hiddenRunIds.has(runId)}
                title={`${fullName}\n${charts.legendHint}`}
                data-run={runId}
                data-hidden={hiddenRunIds.has(runId) ? '' : undefined}
                data-highlighted={runId === highlightedRunId ? '' : undefined}
                style={colorStyle(line)}
                onClick={(event) => {
                  if (event.shiftKey) isolate(store.get(), runId)
                  // The second click of a double click is not one of its own.
                  else if (event.detail < 2) store.set(toggledRun(store.get(), runId))
                }}
                onDoubleClick={(event) => {
                  // Its first click has toggled the run; what was seen before that counts.
                  const before = { ...store.get(), ...toggledRun(store.get(), runId) }
                  if (!event.shiftKey) isolate(before, runId)
                }}
                onPointerEnter={() => highlight(runId)}
                onPointerLeave={() => highlight(null)}
                onFocus={() => highlight(runId)}
                onBlur={() => highlight(null)}
              >
                <LineSwatch line={line} />
                <LegendName name={name} suffix={suffix} longest={longestName} />
              </button>
            </li>
          )
        })}
      </ul>
    )
  },
)

interface LegendNameProps {
  readonly name: string
  readonly suffix: string
  readonly longest: number
}

/** Shows a name as far as there is room, and says it in full. */
function LegendName({ name, suffix, longest }: LegendNameProps): ReactNode {
  const shortName = shortenName(name, longest)
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

function colorStyle({ style }: ChartLine): CSSProperties {
  return { ['--runoff-line-color' as string]: `var(${style.colorVariable})` }
}
