import { clsx } from 'clsx'
import {
  useCallback,
  useId,
  useMemo,
  type ComponentPropsWithoutRef,
  type ReactNode,
  type Ref,
} from 'react'
import {
  ChartContextProvider,
  ChartPictureProvider,
  type ChartContextValue,
} from './chartContext.ts'
import { useChartStore } from './ChartGroup.tsx'
import type { MarksByRun } from './marks/placeMarks.ts'
import { UngroupedModelProvider } from './export/ungroupedModel.ts'
import { useChartSettings, type ChartSettings } from './chartSettings.ts'
import type { XDomain, YDomain } from './chartStore.ts'
import type { LineSource } from './lineSource.ts'
import type { ChartRun } from './model/chartLine.ts'
import { chartModel, type ChartModel, type PlacedLine } from './model/chartModel.ts'
import type { Grouping } from './model/groupLines.ts'
import { useChartModel } from './useChartModel.ts'
import { useSameJson } from '../effects/useSameJson.ts'
import { useControlledDomain } from './useControlledDomain.ts'
import { useSettled } from './useSettled.ts'

/** What every chart of lines takes. */
export interface ChartOptions extends ChartSettings {
  /** The x that is shown; `null` is everything. Left out, the chart or its group keeps it itself. */
  readonly xDomain?: XDomain | null | undefined
  /** Called when a zoom has ended. */
  readonly onXDomainChange?: ((xDomain: XDomain | null) => void) | undefined
  /**
   * The values that are shown until someone zooms: several charts given the same are drawn to one
   * scale. Lines that reach beyond it are marked there. @default what the lines take
   */
  readonly yDomain?: YDomain | null | undefined
  /** Draws groups of runs as one line with a band. Keep it between renders. */
  readonly grouping?: Grouping | null | undefined
  /** What happened on the curves, by run id; `curveMarks` of `@runoff/core/stats` finds it. */
  readonly marks?: MarksByRun | undefined
  /** Of the whole figure, in CSS pixels. @default all there is */
  readonly width?: number | undefined
  /** Of the plot with its axes, in CSS pixels. @default 280 */
  readonly height?: number | undefined
}

/** The attributes of the `<figure>` that a chart passes through. */
export type FigureAttributes = Omit<ComponentPropsWithoutRef<'figure'>, 'title' | 'children'>

export interface ChartRootProps extends ChartOptions {
  readonly title: string
  /** What the summary calls the curves, where that is not the title. */
  readonly subject?: string | undefined
  /** The lines, and how to hear of new points in them. Keep it between renders. */
  readonly source: LineSource
  /** All runs that are compared. */
  readonly runs: readonly ChartRun[]
  /** Attributes of the `<figure>`, with the ref among them. */
  readonly figure?: (FigureAttributes & { readonly ref?: Ref<HTMLElement> }) | undefined
  readonly children: ReactNode
}

const defaultHeight = 280
const noMarks: MarksByRun = new Map()

/** The root of every chart of lines: holds what its parts share. Renders a `<figure>`. */
export function ChartRoot(props: ChartRootProps): ReactNode {
  const { title, subject = title, source, runs, grouping = null, figure } = props
  const { xDomain, onXDomainChange, marks = noMarks, children } = props
  const width = lengthOr(props.width, undefined)
  const height = lengthOr(props.height, defaultHeight)
  const { low = NaN, high = NaN } = props.yDomain ?? {}
  const { xAxis, xScale, yScale, yRange, ...settings } = useChartSettings(props)
  // Hosts write smoothing where they use it.
  const smoothing = useSameJson(settings.smoothing)
  const chartId = useId()
  const store = useChartStore(xDomain)
  useControlledDomain(store, { xDomain, onXDomainChange })
  const options = useMemo(
    () => ({
      xAxis,
      xScale,
      yScale,
      yRange,
      smoothing,
      grouping,
      yDomain: low < high ? { low, high } : null,
      runIds: runs.map(({ id }) => id),
    }),
    [xAxis, xScale, yScale, yRange, smoothing, grouping, low, high, runs],
  )
  const { model, live, pending } = useChartModel(source, options)
  const settledModel = useSettled(model, isAlike)
  const { left, all } = pending
  const chart = useMemo<ChartContextValue>(
    () => ({
      chartId,
      title,
      subject,
      store,
      model: settledModel,
      runs,
      marks,
      height,
      width,
      pending: { left, all },
    }),
    [chartId, title, subject, store, settledModel, runs, marks, height, width, left, all],
  )
  const ungrouped = useCallback(
    () => chartModel(source.get(), { ...options, grouping: null }),
    [source, options],
  )
  const picture = useMemo(() => ({ model, live }), [model, live])
  return (
    <ChartContextProvider value={chart}>
      <figure
        {...figure}
        className={clsx('runoff runoff-chart', figure?.className)}
        style={width === undefined ? figure?.style : { width, ...figure?.style }}
        aria-labelledby={titleIdOf(chartId)}
      >
        <ChartPictureProvider value={picture}>
          <UngroupedModelProvider value={ungrouped}>{children}</UngroupedModelProvider>
        </ChartPictureProvider>
      </figure>
    </ChartContextProvider>
  )
}

/** A host that measures may come up with no number, and no page can be laid out with that. */
function lengthOr<Fallback>(length: number | undefined, fallback: Fallback): number | Fallback {
  return length !== undefined && Number.isFinite(length) ? Math.max(0, length) : fallback
}

/** The ids of what names and describes a chart. */
export function titleIdOf(chartId: string): string {
  return `${chartId}title`
}

export function summaryIdOf(chartId: string): string {
  return `${chartId}summary`
}

export function keysIdOf(chartId: string): string {
  return `${chartId}keys`
}

/** Whether two models differ in their points alone. */
function isAlike(a: ChartModel, b: ChartModel): boolean {
  return (
    a.axisId === b.axisId &&
    a.y.key === b.y.key &&
    a.yRange === b.yRange &&
    a.yDomain === b.yDomain &&
    a.smoothing === b.smoothing &&
    a.grouping === b.grouping &&
    a.facts.runs === b.facts.runs &&
    a.facts.axisNotice === b.facts.axisNotice &&
    (a.full === null) === (b.full === null) &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => isAlikeLine(line, b.lines[index]))
  )
}

function isAlikeLine(a: PlacedLine, b: PlacedLine | undefined): boolean {
  return (
    a.key === b?.key &&
    a.name === b.name &&
    a.style.slot === b.style.slot &&
    a.isLive === b.isLive &&
    a.series.steps.buffer === b.series.steps.buffer
  )
}
