import { useParentSize } from '@visx/responsive'
import { clsx } from 'clsx'
import { useId, useMemo, type ComponentPropsWithoutRef, type ReactNode, type Ref } from 'react'
import { useMessages } from '../messages/MessagesProvider.tsx'
import { ChartDataTable } from './ChartDataTable.tsx'
import { useChartStore } from './ChartGroup.tsx'
import { ChartLegend } from './ChartLegend.tsx'
import { ChartNotes } from './ChartNotes.tsx'
import { ChartPlot } from './ChartPlot.tsx'
import { ResetZoom } from './ResetZoom.tsx'
import type { XDomain } from './chartStore.ts'
import type { ChartLine, ChartRun } from './model/chartLine.ts'
import { chartModel } from './model/chartModel.ts'
import type { YScale } from './model/placeSeries.ts'
import type { XAxis } from './model/resolveAxis.ts'
import { summaryOf } from './model/summaryOf.ts'
import { useControlledDomain } from './useControlledDomain.ts'

/** What every chart of lines takes. */
export interface ChartOptions {
  /** What lies along x. Series without steps are placed by what they have. @default 'step' */
  readonly xAxis?: XAxis | undefined
  /** @default 'linear' */
  readonly yScale?: YScale | undefined
  /** The x that is shown; `null` is everything. Left out, the chart or its group keeps it itself. */
  readonly xDomain?: XDomain | null | undefined
  /** Called when a zoom has ended. */
  readonly onXDomainChange?: ((xDomain: XDomain | null) => void) | undefined
  /** Of the whole figure, in CSS pixels. @default all there is */
  readonly width?: number | undefined
  /** Of the plot with its axes, in CSS pixels. @default 280 */
  readonly height?: number | undefined
}

/** The attributes of the `<figure>` that a chart passes through. */
export type FigureAttributes = Omit<ComponentPropsWithoutRef<'figure'>, 'title' | 'children'>

export interface ChartFigureProps extends ChartOptions {
  readonly title: string
  /** What the summary calls the curves, where that is not the title. */
  readonly subject?: string | undefined
  readonly lines: readonly ChartLine[]
  /** All runs that are compared. */
  readonly runs: readonly ChartRun[]
  readonly longestName: number
  /** With more runs than this the legend stands beside the plot. */
  readonly mostRunsBelow: number
  /** Stands beside the title. */
  readonly controls?: ReactNode
  /** Stands under the plot, before the notes. */
  readonly explanation?: ReactNode
  /** Attributes of the `<figure>`, with the ref among them. */
  readonly figure: FigureAttributes & { readonly ref: Ref<HTMLElement> }
}

const defaultHeight = 280
const ignoredDimensions: ('height' | 'left' | 'top')[] = ['height', 'left', 'top']
/** What a legend beside the plot takes, and the least width at which there is one; as in charts.css. */
const legendPx = 176
const leastWidthBeside = 480

/** The root of every chart of lines: a titled figure of plot, legend, notes and data table. */
export function ChartFigure(props: ChartFigureProps): ReactNode {
  const {
    title,
    lines,
    runs,
    longestName,
    mostRunsBelow,
    height = defaultHeight,
    width,
    figure,
  } = props
  const { xAxis = 'step', yScale = 'linear', xDomain, onXDomainChange } = props
  const { charts } = useMessages()
  const chartId = useId()
  const store = useChartStore(xDomain)
  useControlledDomain(store, { xDomain, onXDomainChange })
  const model = useMemo(() => {
    const runIds = runs.map(({ id }) => id)
    return chartModel(lines, { xAxis, yScale, runIds })
  }, [lines, runs, xAxis, yScale])
  const subject = props.subject ?? title
  const summary = useMemo(() => summaryOf(model, subject, charts), [model, subject, charts])
  const isBeside = new Set(lines.map(({ runId }) => runId)).size > mostRunsBelow
  const { parentRef, width: plotWidth } = useParentSize({
    initialSize: { width: firstPlotWidth(width, isBeside) },
    ignoreDimensions: ignoredDimensions,
    debounceTime: 30,
  })
  const titleId = `${chartId}title`
  const summaryId = `${chartId}summary`
  return (
    <figure
      {...figure}
      className={clsx('runoff runoff-chart', figure.className)}
      style={width === undefined ? figure.style : { width, ...figure.style }}
      aria-labelledby={titleId}
    >
      <figcaption className="runoff-chart-caption">
        <span id={titleId} className="runoff-chart-title">
          {title}
        </span>
        <span id={summaryId} className="runoff-spoken">
          {summary}
        </span>
      </figcaption>
      <div className="runoff-chart-controls">
        <ResetZoom store={store} />
        {props.controls}
      </div>
      <div className="runoff-chart-body" data-legend={isBeside ? 'beside' : 'below'}>
        <div ref={parentRef} className="runoff-chart-measure">
          <ChartPlot
            chartId={chartId}
            title={title}
            model={model}
            store={store}
            summaryId={summaryId}
            width={plotWidth}
            height={height}
          />
        </div>
        <ChartLegend title={title} lines={lines} store={store} longestName={longestName} />
      </div>
      {props.explanation}
      <ChartNotes model={model} store={store} />
      <ChartDataTable title={title} model={model} store={store} />
    </figure>
  )
}

/** What can be known of the plot's width before it is measured, also on a server. */
function firstPlotWidth(width: number | undefined, isBeside: boolean): number {
  if (width === undefined) return 0
  return isBeside && width >= leastWidthBeside ? width - legendPx : width
}
