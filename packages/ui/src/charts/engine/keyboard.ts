import { formatMetric } from '../../format/formatNumber.ts'
import { nearestPlace } from '../../geometry/nearestPlace.ts'
import type { ChartCursor } from '../chartStore.ts'
import type { PlacedLine } from '../model/chartModel.ts'
import { placeWords } from '../model/summaryOf.ts'
import type { Announcer } from './announcer.ts'
import type { EngineView } from './chartEngine.ts'
import { placesWithin, pointAt } from './cursorPoints.ts'
import type { ChartElements } from './scene.ts'
import { pointValue } from './tooltipContent.ts'
import type { Zoom } from './zoom.ts'

interface Tools {
  readonly zoom: Zoom
  readonly announcer: Announcer
}

const largeStride = 10
const zoomStride = 1.5

/**
 * Listens to the keys of a focused plot until stopped: everything that the pointer can do. Keys
 * that do nothing here, and those with Ctrl, Alt or Cmd, are left to the page.
 */
export function listenToKeys(
  { surface }: ChartElements,
  view: EngineView,
  tools: Tools,
): () => void {
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const isTaken = moveBy(event, view, tools) || act(event.key, view, tools)
    if (!isTaken) return
    event.preventDefault()
    event.stopPropagation()
  }
  surface.addEventListener('keydown', press)
  return () => surface.removeEventListener('keydown', press)
}

function moveBy(event: KeyboardEvent, view: EngineView, tools: Tools): boolean {
  const stride = event.shiftKey ? largeStride : 1
  switch (event.key) {
    case 'ArrowLeft':
      return movePoint(view, tools, -stride)
    case 'ArrowRight':
      return movePoint(view, tools, stride)
    case 'Home':
      return movePoint(view, tools, -Infinity)
    case 'End':
      return movePoint(view, tools, Infinity)
    case 'ArrowUp':
      return moveLine(view, tools, -1)
    case 'ArrowDown':
      return moveLine(view, tools, 1)
    default:
      return false
  }
}

function act(key: string, view: EngineView, { zoom, announcer }: Tools): boolean {
  const viewport = view.viewport()
  const { messages } = view.scene()
  const cursor = cursorOnAxis(view)
  if (viewport === null) return false
  const about = cursor?.x ?? (viewport.from + viewport.to) / 2
  switch (key) {
    case '+':
    case '=':
      zoom.by(viewport, about, 1 / zoomStride)
      return true
    case '-':
    case '_':
      zoom.by(viewport, about, zoomStride)
      return true
    case '0':
      zoom.show(null)
      zoom.settle()
      return true
    case 'Enter':
      if (cursor === null) return false
      view.set({ cursor: { ...cursor, isPinned: !cursor.isPinned } })
      if (!cursor.isPinned) announcer.say(messages.pinned)
      return true
    case 'Escape':
      // Where there is nothing to clear the key is a dialog's.
      if (cursor === null) return false
      view.set({ cursor: null })
      announcer.say(messages.cleared)
      return true
    default:
      return false
  }
}

function movePoint(view: EngineView, tools: Tools, stride: number): boolean {
  const lines = visibleLines(view)
  const viewport = view.viewport()
  const { cursor } = view.state()
  const line = lines.find(({ key }) => key === cursor?.lineKey) ?? lines[0]
  if (line === undefined || viewport === null) return false
  const { steps } = line.pyramid.series
  const within = placesWithin(line, viewport) ?? { first: 0, last: steps.length - 1 }
  const own = cursorOnAxis(view)
  const place = own === null ? startOf(within, stride) : placeOn(line, own) + stride
  standOn(view, tools, line, Math.max(0, Math.min(steps.length - 1, place)))
  return true
}

/** The x of a cursor that a chart with another axis has set says nothing here. */
function cursorOnAxis(view: EngineView): ChartCursor | null {
  const { cursor } = view.state()
  return cursor?.axis === view.scene().model.axis ? cursor : null
}

/** Where several points share one x, only the place tells on which of them the cursor stands. */
function placeOn({ key, pyramid }: PlacedLine, cursor: ChartCursor): number {
  const { steps } = pyramid.series
  const isItsOwn = cursor.lineKey === key && steps[cursor.place] === cursor.x
  return isItsOwn ? cursor.place : nearestPlace(steps, cursor.x)
}

/** Without a cursor the first key brings it to the end that it points away from. */
function startOf(
  { first, last }: { readonly first: number; readonly last: number },
  stride: number,
): number {
  const isToTheLeft = stride < 0 && Number.isFinite(stride)
  return isToTheLeft || stride === Infinity ? last : first
}

function moveLine(view: EngineView, tools: Tools, direction: 1 | -1): boolean {
  const lines = visibleLines(view)
  const cursor = cursorOnAxis(view)
  const at = lines.findIndex(({ key }) => key === cursor?.lineKey)
  if (lines.length === 0) return false
  if (cursor === null || at === -1) return movePoint(view, tools, 1)
  const line = lines[(at + direction + lines.length) % lines.length]
  if (line !== undefined)
    standOn(view, tools, line, nearestPlace(line.pyramid.series.steps, cursor.x))
  return true
}

function standOn(
  view: EngineView,
  { zoom, announcer }: Tools,
  line: PlacedLine,
  place: number,
): void {
  const viewport = view.viewport()
  const { model, layout, chartId, messages } = view.scene()
  if (viewport === null) return
  const point = pointAt(line, place, { viewport, height: layout.height })
  const cursor: ChartCursor = {
    axis: model.axis,
    x: point.x,
    chartId,
    lineKey: line.key,
    place,
    pointerY: null,
    isPinned: cursorOnAxis(view)?.isPinned ?? false,
  }
  view.set({ cursor })
  if (point.x < viewport.from || point.x > viewport.to) {
    zoom.pan(viewport, point.x - (viewport.from + viewport.to) / 2)
  }
  const suffix = line.phase === null ? '' : ` ${messages.mode[line.phase]}`
  announcer.say(
    messages.cursor(
      `${line.name}${suffix}`,
      formatMetric(pointValue(point)),
      placeWords(model.axis, point.x, messages),
    ),
  )
}

function visibleLines(view: EngineView): readonly PlacedLine[] {
  const { hiddenRunIds } = view.state()
  return view
    .scene()
    .model.lines.filter(
      ({ runId, pyramid }) => !hiddenRunIds.has(runId) && pyramid.series.steps.length > 0,
    )
}
