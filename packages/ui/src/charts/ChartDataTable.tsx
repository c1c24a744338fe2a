import { useMemo, useState, type ReactNode } from 'react'
import { useFormatters } from '../format/useFormatters.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { useChart } from './chartContext.ts'
import { axisName } from './messages.ts'
import type { PlacedLine } from './model/chartModel.ts'
import { dataX } from './model/dataX.ts'
import { exactXText } from './model/summaryOf.ts'
import { tableRows } from './model/tableRows.ts'
import { viewportOf } from './model/viewportOf.ts'
import { useChartState } from './useChartState.ts'

const firstRows = 100
/** Each is a column, and a page of a million cells does not come up at all. */
const firstLines = 50

/** Gives the points that the plot shows as a table, once it is opened. Renders a `<details>`. */
export function ChartDataTable(): ReactNode {
  const { charts } = useMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="runoff-chart-data" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{charts.dataTable}</summary>
      {isOpen && <OpenTable />}
    </details>
  )
}

function OpenTable(): ReactNode {
  const { title, model, store } = useChart('Chart.DataTable')
  const { charts } = useMessages()
  const formatters = useFormatters()
  const [limit, setLimit] = useState(firstRows)
  const [lineLimit, setLineLimit] = useState(firstLines)
  const domain = useChartState(store, (state) => state.settledDomain)
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  const visible = useMemo(
    () => model.lines.filter(({ runId }) => !hiddenRunIds.has(runId)),
    [model, hiddenRunIds],
  )
  const lines = useMemo(() => visible.slice(0, lineLimit), [visible, lineLimit])
  const { rows, total } = useMemo(() => {
    const viewport = viewportOf(model, { domain, hiddenRunIds })
    return viewport === null ? { rows: [], total: 0 } : tableRows(lines, viewport, limit)
  }, [model, lines, domain, hiddenRunIds, limit])
  return (
    <>
      <p className="runoff-chart-data-count">
        {charts.tableRows(formatters.count(rows.length), formatters.count(total))}
        {lines.length < visible.length &&
          ` · ${charts.tableRuns(formatters.count(lines.length), formatters.count(visible.length))}`}
      </p>
      <div
        className="runoff-chart-data-scroll"
        role="region"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys must be able to scroll it
        tabIndex={0}
        aria-label={charts.dataTableOf(title)}
      >
        <table>
          <thead>
            <tr>
              <th scope="col">{axisName(model.axis, charts)}</th>
              {lines.map((line) => (
                <th key={line.key} scope="col">
                  <bdi>{line.name}</bdi> {suffixOf(line, charts.suffix)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ x, values }) => (
              <tr key={x}>
                <th scope="row">{exactXText(model.axis, dataX(model, x), formatters)}</th>
                {values.map((value, index) => (
                  <td key={lines[index]?.key}>{formatters.full(value)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < total && (
        <button type="button" className="runoff-chart-button" onClick={() => setLimit(limit * 10)}>
          {charts.moreRows}
        </button>
      )}
      {lines.length < visible.length && (
        <button
          type="button"
          className="runoff-chart-button"
          onClick={() => setLineLimit(lineLimit + firstLines)}
        >
          {charts.moreRuns}
        </button>
      )}
    </>
  )
}

function suffixOf(
  { phase }: PlacedLine,
  suffix: Readonly<Record<'train' | 'eval', string>>,
): string {
  return phase === null ? '' : suffix[phase]
}
