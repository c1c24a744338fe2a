import { nearestPlace } from '../../geometry/nearestPlace.ts'
import type { ChartCursor } from '../chartStore.ts'
import type { PlacedLine } from '../model/chartModel.ts'
import { dataX } from '../model/dataX.ts'
import { placeWords } from '../model/summaryOf.ts'
import type { EngineView } from './chartEngine.ts'
import { placeOn, placesWithin, pointAt } from './cursorPoints.ts'
import { freshViewport } from './freshViewport.ts'
import type { KeyTools } from './keyboard.ts'
import { pointDetail, pointValue } from './tooltipContent.ts'

/** Returns the cursor, unless a chart with another axis has set it: its x says nothing here. */
export function cursorOnAxis(view: EngineView): ChartCursor | null {
  const { cursor } = view.state()
  return cursor?.axisId === view.scene().model.axisId ? cursor : null
}

/** Moves the cursor along its line by some points; returns whether there is a line to move on. */
export function movePoint(tools: KeyTools, stride: number): boolean {
  const { view } = tools
  const lines = visibleLines(view)
  const viewport = freshViewport(view)
  const { cursor } = view.state()
  const line = lines.find(({ key }) => key === cursor?.lineKey) ?? lines[0]
  if (line === undefined || viewport === null) return false
  const { steps } = line.pyramid.series
  const within = placesWithin(line, viewport) ?? { first: 0, last: steps.length - 1 }
  const own = cursorOnAxis(view)
  const place = own === null ? startOf(within, stride) : placeOn(line, own) + stride
  standOn(tools, line, Math.max(0, Math.min(steps.length - 1, place)))
  return true
}

/** Moves the cursor to the run before or after its own; returns whether there is one. */
export function moveLine(tools: KeyTools, direction: 1 | -1): boolean {
  const lines = visibleLines(tools.view)
  const cursor = cursorOnAxis(tools.view)
  const at = lines.findIndex(({ key }) => key === cursor?.lineKey)
  if (lines.length === 0) return false
  if (cursor === null || at === -1) return movePoint(tools, 1)
  const line = lines[(at + direction + lines.length) % lines.length]
  if (line !== undefined) standOn(tools, line, nearestPlace(line.pyramid.series.steps, cursor.x))
  return true
}

/** Without a cursor the first key brings it to the end that it points away from. */
function startOf(
  { first, last }: { readonly first: number; readonly last: number },
  stride: number,
): number {
  const isToTheLeft = stride < 0 && Number.isFinite(stride)
  return isToTheLeft || stride === Infinity ? last : first
}

function standOn({ view, zoom, announcer }: KeyTools, line: PlacedLine, place: number): void {
  const viewport = freshViewport(view)
  const scene = view.scene()
  const { model, layout, chartId, messages, formatters } = scene
  if (viewport === null) return
  const point = pointAt(line, place, { viewport, height: layout.height })
  const cursor: ChartCursor = {
    axisId: model.axisId,
    x: point.x,
    chartId,
    lineKey: line.key,
    place,
    pointerY: null,
    isPinned: cursorOnAxis(view)?.isPinned ?? false,
  }
  view.set({ cursor, highlightedRunId: line.runId })
  if (point.x < viewport.from || point.x > viewport.to) {
    zoom.pan(viewport, point.x - (viewport.from + viewport.to) / 2)
  }
  const suffix = line.phase === null ? '' : ` ${messages.mode[line.phase]}`
  const words = messages.cursor(
    `${line.name}${suffix}`,
    formatters.metric(pointValue(point)),
    placeWords(model.axis, dataX(model, point.x), scene),
  )
  const detail = pointDetail(point, scene)
  announcer.say(formatters.join(detail === '' ? [words] : [words, detail]))
}

function visibleLines(view: EngineView): readonly PlacedLine[] {
  const { hiddenRunIds } = view.state()
  return view
    .scene()
    .model.lines.filter(
      ({ runId, pyramid }) => !hiddenRunIds.has(runId) && pyramid.series.steps.length > 0,
    )
}
