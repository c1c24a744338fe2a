import { xToPixel, type Viewport } from '../../geometry/viewport.ts'
import type { ChartState, ChartStore } from '../chartStore.ts'
import { viewportOf } from '../model/viewportOf.ts'
import { createLinePainter } from '../paint/painter.ts'
import { createAnnouncer } from './announcer.ts'
import { byDistance, cursorPoints, pointAt, type CursorPoint } from './cursorPoints.ts'
import { listenToKeys } from './keyboard.ts'
import { showCrosshair, showDot, showTooltip } from './overlay.ts'
import { readPalette, type Palette } from './palette.ts'
import { pictureLines } from './pictureLines.ts'
import { placeTicks } from './placeTicks.ts'
import { listenToPointer } from './pointer.ts'
import { canvasBleedPx, type ChartElements, type Scene } from './scene.ts'
import { tooltipContent } from './tooltipContent.ts'
import { watchLooks } from './watchLooks.ts'
import { createZoom } from './zoom.ts'

/** What a chart does between two renders of React. */
export interface ChartEngine {
  /** Takes what React has rendered. */
  readonly update: (scene: Scene) => void
  /** Ends every listener, timer and frame. */
  readonly stop: () => void
}

/** What pointer and keys need of the engine. */
export interface EngineView {
  readonly scene: () => Scene
  /** What is on screen now; `null` where there is nothing. */
  readonly viewport: () => Viewport | null
  readonly state: () => ChartState
  readonly set: ChartStore['set']
  /** The points under an x, in the lines' order. */
  readonly pointsAt: (x: number) => readonly CursorPoint[]
}

/** How far beyond the end of a line the crosshair still finds it, in pixels. */
const tolerancePx = 6

/** Starts drawing a chart into its elements: at most once a frame, and only what has changed. */
export function createChartEngine(
  elements: ChartElements,
  store: ChartStore,
  first: Scene,
): ChartEngine {
  const painter = createLinePainter()
  const announcer = createAnnouncer(elements.live)
  let scene = first
  let viewport: Viewport | null = null
  let palette: Palette | null = null
  let isMarksDue = true

  const view: EngineView = {
    scene: () => scene,
    viewport: () => viewport,
    state: store.get,
    set: store.set,
    pointsAt: (x) => {
      if (viewport === null) return []
      const { width, height } = scene.layout
      const tolerance = ((viewport.to - viewport.from) / Math.max(1, width)) * tolerancePx
      const { hiddenRunIds } = store.get()
      return cursorPoints(scene.model, { x, viewport, height, hiddenRunIds, tolerance })
    },
  }

  const drawMarks = (): void => {
    const state = store.get()
    const density = devicePixelRatio
    palette ??= readPalette(elements.canvas)
    viewport = viewportOf(scene.model, state)
    fitCanvas(elements.canvas, scene, density)
    const lines =
      viewport === null
        ? []
        : pictureLines(scene.model.lines, viewport, state, { palette, density })
    painter.paint({ canvas: elements.canvas, inset: Math.round(canvasBleedPx * density), lines })
    if (viewport !== null) placeTicks(elements.box, viewport, scene.layout)
  }

  const drawOverlay = (): void => {
    const { cursor } = store.get()
    const { layout, model, messages, chartId } = scene
    const isHere = cursor !== null && viewport !== null && cursor.axis === model.axis
    const x = isHere && viewport !== null ? xToPixel(viewport, cursor.x, layout.width) : NaN
    const isShown = isHere && x >= -0.5 && x <= layout.width + 0.5
    showCrosshair(elements, isShown ? { x, isPinned: cursor.isPinned } : null)
    const isOwn = isShown && cursor.chartId === chartId
    const points = isOwn ? orderedPoints(view, cursor) : []
    const active = points[0] ?? null
    showDot(elements, active, active === null ? 0 : x)
    const content = active === null ? null : tooltipContent(points, model.axis, messages)
    showTooltip(elements, content, { x, layout })
  }

  const draw = (): void => {
    if (isMarksDue) drawMarks()
    isMarksDue = false
    drawOverlay()
  }
  const redraw = (): void => {
    isMarksDue = true
    store.loop.request(draw)
  }
  const zoom = createZoom(store, () => scene.model)
  const stops = [
    () => {
      // A crosshair that was moved in this chart would stay in the others for good.
      if (store.get().cursor?.chartId === scene.chartId) store.set({ cursor: null })
    },
    store.subscribe((state, before) => {
      if (isPictureChanged(state, before)) redraw()
      else if (state.cursor !== before.cursor) store.loop.request(draw)
    }),
    watchLooks(elements.probe, () => {
      palette = null
      redraw()
    }),
    listenToPointer(elements, view, zoom),
    listenToKeys(elements, view, { zoom, announcer }),
    zoom.stop,
    announcer.stop,
    () => store.loop.cancel(draw),
  ]

  return {
    update(next) {
      scene = next
      redraw()
    },
    stop() {
      for (const stop of stops) stop()
    },
  }
}

/** The point that the cursor was set on first, then the others by their distance. */
function orderedPoints(
  view: EngineView,
  cursor: NonNullable<ChartState['cursor']>,
): readonly CursorPoint[] {
  const viewport = view.viewport()
  const { height } = view.scene().layout
  const points = view.pointsAt(cursor.x).map((point) => {
    const isOn = point.line.key === cursor.lineKey && point.x === cursor.x && viewport !== null
    return isOn ? pointAt(point.line, cursor.place, { viewport, height }) : point
  })
  const active = points.find(({ line }) => line.key === cursor.lineKey)
  const y = cursor.pointerY ?? active?.y ?? NaN
  const rest = byDistance(
    points.filter((point) => point !== active),
    y,
  )
  return active === undefined ? rest : [active, ...rest]
}

function isPictureChanged(state: ChartState, before: ChartState): boolean {
  return (
    state.domain !== before.domain ||
    state.hiddenRunIds !== before.hiddenRunIds ||
    state.highlightedRunId !== before.highlightedRunId
  )
}

/** Setting a size clears a canvas, so it is set only where it differs. */
function fitCanvas(canvas: HTMLCanvasElement, { layout }: Scene, density: number): void {
  const bleed = 2 * Math.round(canvasBleedPx * density)
  const width = layout.width > 0 ? Math.round(layout.width * density) + bleed : 0
  const height = Math.max(0, Math.round(layout.height * density))
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}
