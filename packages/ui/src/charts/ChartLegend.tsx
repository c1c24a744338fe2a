import { memo, useMemo, useState, type NamedExoticComponent, type ReactNode } from 'react'
import { shortNames } from '../format/shortNames.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useChart } from './chartContext.ts'
import { useChartWords } from './chartWords.ts'
import { smoothingName } from './model/settingTexts.ts'
import { isolatedRun, type ChartState, type ChartStore } from './chartStore.ts'
import { LegendEntry, type LegendLine } from './LegendEntry.tsx'

export interface ChartLegendProps {
  /**
   * Names longer than this are cut where they can still be told apart; the full one is shown on
   * hover and focus. @default 18
   */
  readonly longestName?: number
}

/** As many as stand beside a plot of the usual height. */
const mostWithoutScrolling = 11

/** Thousands of buttons would take longer than the picture, and nobody reads them to the end. */
const mostAtOnce = 100

/**
 * Names the runs of a chart: a click hides or shows one, a double click shows it alone, hover and
 * focus bring it to the front; below them stands how the lines are smoothed. Renders a `<div>`.
 */
export function ChartLegend({ longestName = 18 }: ChartLegendProps): ReactNode {
  const { title, model, store } = useChart('Chart.Legend')
  const smoothing = smoothingName(model.smoothing, useChartWords())
  return (
    <div className="runoff-chart-key">
      <LegendList title={title} lines={model.lines} store={store} longestName={longestName} />
      {smoothing !== null && <p className="runoff-chart-key-note">{smoothing}</p>}
    </div>
  )
}

interface LegendListProps extends Required<ChartLegendProps> {
  readonly title: string
  readonly lines: readonly LegendLine[]
  readonly store: ChartStore
}

/** Rendered anew only where the runs are others: new points are none of its concern. */
const LegendList: NamedExoticComponent<LegendListProps> = /* @__PURE__ */ memo(function LegendList({
  title,
  lines,
  store,
  longestName,
}) {
  const { charts } = useMessages()
  const formatters = useFormatters()
  const [limit, setLimit] = useState(mostAtOnce)
  const left = lines.length - limit
  const shown = useMemo(() => lines.slice(0, limit), [lines, limit])
  const short = useMemo(
    () =>
      shortNames(
        shown.map(({ name }) => name),
        longestName,
      ),
    [shown, longestName],
  )
  const isolate = (before: ChartState, runId: string): void => {
    const runIds = lines.map((line) => line.runId)
    store.set(isolatedRun(before, runId, runIds))
  }
  const leave = (): void => {
    const { cursor } = store.get()
    const pinned = cursor?.isPinned === true ? cursor.lineKey : null
    const runId = lines.find(({ key }) => key === pinned)?.runId ?? null
    store.set({ highlightedRunId: runId })
  }
  return (
    <ul
      className="runoff-chart-legend"
      aria-label={charts.legendOf(title)}
      data-long={lines.length > mostWithoutScrolling ? '' : undefined}
    >
      {shown.map((line) => (
        <li key={line.key}>
          <LegendEntry
            line={line}
            store={store}
            shortName={short.get(line.name) ?? line.name}
            onIsolate={isolate}
            onLeave={leave}
          />
        </li>
      ))}
      {left > 0 && (
        <li>
          <button
            type="button"
            className="runoff-chart-legend-entry"
            onClick={() => setLimit(limit + mostAtOnce)}
          >
            {charts.andMore(formatters.count(left))}
          </button>
        </li>
      )}
    </ul>
  )
}, isSameLegend)

function isSameLegend(a: LegendListProps, b: LegendListProps): boolean {
  return (
    a.title === b.title &&
    a.store === b.store &&
    a.longestName === b.longestName &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => isSameEntry(line, b.lines[index]))
  )
}

function isSameEntry(a: LegendLine, b: LegendLine | undefined): boolean {
  return a.key === b?.key && a.name === b.name && a.style.slot === b.style.slot
}
