import { useMemo, useRef, type ComponentPropsWithoutRef, type ReactNode } from 'react'
import { clsx } from 'clsx'
import { useParentSize } from '@visx/responsive'
import { useFormatters } from '../format/useFormatters.ts'
import { useChart, useChartPicture } from './chartContext.ts'
import { useChartWords } from './chartWords.ts'
import { keysIdOf, summaryIdOf } from './ChartRoot.tsx'
import { axisTicks } from './engine/placeTicks.ts'
import type { PlotLayout } from './engine/scene.ts'
import type { ChartModel } from './model/chartModel.ts'
import { shownIn } from './model/shownIn.ts'
import { viewportOf } from './model/viewportOf.ts'
import { PlotContextProvider, type PlotContextValue } from './plotContext.ts'
import { useChartEngine } from './useChartEngine.ts'
import { useFirstPlotWidth } from './ChartBody.tsx'
import { useChartState } from './useChartState.ts'

export interface ChartPlotProps extends ComponentPropsWithoutRef<'div'> {
  /** Beneath and upon the lines: axes, lines, markers, crosshair, tooltip, brush. */
  readonly children: ReactNode
}

interface Margin {
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const margin: Margin = { top: 10, right: 14, bottom: 44 }
/** Where there is little height, first the name of the axis gives way to the lines, then its numbers. */
const lowMargin: Margin = { ...margin, top: 6, bottom: 24 }
const leastMargin: Margin = { ...margin, top: 2, bottom: 2 }
/** Room for a tick label, by its characters, in steps so that the plot does not move at each zoom. */
const characterPx = 6.6
const marginStep = 12
const ignoredDimensions: ('height' | 'left' | 'top')[] = ['height', 'left', 'top']
const noTicks = { xs: [], ys: [] }

/**
 * Where the lines are: holds the parts of the plot, takes pointer and keys, and runs the engine that
 * draws between two renders. Renders a `<div>`.
 */
export function ChartPlot({ children, className, style, ...rest }: ChartPlotProps): ReactNode {
  const { chartId, title, store, model: settledModel, height } = useChart('Chart.Plot')
  const { model, live } = useChartPicture('Chart.Plot')
  const words = useChartWords()
  const box = useRef<HTMLDivElement>(null)
  const { parentRef, width } = useParentSize({
    initialSize: { width: useFirstPlotWidth() },
    ignoreDimensions: ignoredDimensions,
    debounceTime: 30,
  })
  const plot = usePlotValue(settledModel, width, height)
  const { layout, viewport } = plot
  useChartEngine(box, store, { chartId, model, live, layout, ...words })
  return (
    <div ref={parentRef} className="runoff-chart-measure">
      <div
        {...rest}
        ref={box}
        className={clsx('runoff-chart-plot', className)}
        data-low={marginOf(height) === margin ? undefined : ''}
        style={{ ...style, height }}
      >
        <PlotContextProvider value={plot}>
          <div
            data-part="surface"
            className="runoff-chart-surface"
            role="application"
            tabIndex={viewport === null ? -1 : 0}
            aria-label={words.messages.plotOf(title)}
            aria-describedby={`${summaryIdOf(chartId)} ${keysIdOf(chartId)}`}
            style={layout}
          />
          {children}
        </PlotContextProvider>
        <div data-part="live" className="runoff-spoken" role="status" />
        <span data-part="probe" className="runoff-chart-probe" aria-hidden="true" />
      </div>
    </div>
  )
}

/** Between two renders the engine has a newer view of this; it writes over what is made of it. */
function usePlotValue(model: ChartModel, width: number, height: number): PlotContextValue {
  const { chartId, store } = useChart('Chart.Plot')
  const formatters = useFormatters()
  const domain = useChartState(store, (state) => state.settledDomain)
  const yDomains = useChartState(store, (state) => state.yDomains)
  const hiddenRunIds = useChartState(store, (state) => state.hiddenRunIds)
  return useMemo(() => {
    const viewport = viewportOf(model, shownIn({ domain, yDomains, hiddenRunIds }, chartId))
    const { top, right, bottom } = marginOf(height)
    const size = { width, height: Math.max(0, height - top - bottom) }
    const ticks = viewport === null ? noTicks : axisTicks(model, viewport, size, formatters)
    const left = leftMargin(ticks.ys.map(({ label }) => label))
    const layout: PlotLayout = {
      left,
      top,
      width: Math.max(0, width - left - right),
      height: size.height,
    }
    return { layout, viewport, ticks }
  }, [model, width, height, chartId, formatters, domain, yDomains, hiddenRunIds])
}

function marginOf(height: number): Margin {
  if (height >= 100) return margin
  return height >= 60 ? lowMargin : leastMargin
}

function leftMargin(labels: readonly string[]): number {
  const longest = labels.reduce((most, label) => Math.max(most, label.length), 3)
  return Math.ceil((longest * characterPx + 14) / marginStep) * marginStep
}
