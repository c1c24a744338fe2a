import { xToPixel, type Viewport } from '../../geometry/viewport.ts'
import type { ChartState, ChartStore } from '../chartStore.ts'
import { shownIn } from '../model/shownIn.ts'
import { mayBeCut, viewportOf } from '../model/viewportOf.ts'
import { createLinePainter } from '../paint/painter.ts'
import { createAnnouncer } from './announcer.ts'
import { byDistance, cursorPoints, placeOn, pointAt, type CursorPoint } from './cursorPoints.ts'
import { createKeyBrush } from './keyBrush.ts'
import { fitCanvas } from './fitCanvas.ts'
import { listenToKeys } from './keyboard.ts'
import { showCrosshair, showDot, showTooltip } from './overlay.ts'
import { readPalette, type Palette } from './palette.ts'
import { pictureLines, type PictureLines, type PictureParts } from './pictureLines.ts'
import { axisTicks, moveMarks, placeTicks } from './placeTicks.ts'
import { listenToPointer } from './pointer.ts'
import { canvasBleedPx, type ChartElements, type LiveModel, type Scene } from './scene.ts'
import { speakView } from './speakView.ts'
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

/** Thousands of lines come up over several frames: the page stays at hand meanwhile. */
const mostPaintMs = 24

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
  let due: Due = 'picture'
  let isModelDue = false

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

  /** Returns whether the picture is complete. */
  const drawPicture = (): boolean => {
    const { canvas, box } = elements
    const { layout, model, formatters } = scene
    const state = store.get()
    let isComplete = true
    const shown = shownIn(state, scene.chartId)
    viewport = viewportOf(model, shown)
    if (canvas !== null) {
      const density = devicePixelRatio
      palette ??= readPalette(canvas)
      fitCanvas(canvas, box, layout, density)
      const looks = { palette, density, parts: partsOf(box) }
      const picture =
        viewport === null ? noLines : pictureLines(model.lines, viewport, state, looks)
      const inset = Math.round(canvasBleedPx * density)
      const marksCuts = mayBeCut(model, shown)
      isComplete = painter.paint(
        { canvas, inset, ...picture, dimmed: palette.dimmed, marksCuts },
        mostPaintMs,
      )
    }
    if (viewport === null) return isComplete
    // React makes and drops these as data come and go.
    const axes = box.querySelector('[data-part="axes"]')
    if (axes !== null)
      placeTicks(axes, axisTicks(model, viewport, layout, formatters), viewport, layout)
    drawMarks(viewport)
    return isComplete
  }

  /** Returns whether that was the rest; what is highlighted is laid over a complete picture alone. */
  const drawRest = (): boolean => {
    const isComplete = painter.proceed(mostPaintMs)
    if (isComplete && store.get().highlightedRunId !== null) drawHighlight()
    return isComplete
  }

  const drawMarks = (seen: Viewport): void => {
    const marks = elements.box.querySelector('[data-part="marks"]')
    if (marks !== null) moveMarks(marks, seen, scene.layout, store.get().highlightedRunId)
  }

  const drawHighlight = (): void => {
    const { canvas, box } = elements
    if (canvas === null || viewport === null || palette === null) return
    const looks = { palette, density: devicePixelRatio, parts: partsOf(box) }
    const { front } = pictureLines(scene.model.lines, viewport, store.get(), looks)
    painter.highlight(front, palette.dimmed)
    drawMarks(viewport)
  }

  const drawOverlay = (): void => {
    const { cursor } = store.get()
    const { layout, model, chartId } = scene
    const isHere = cursor !== null && viewport !== null && cursor.axisId === model.axisId
    const xOf = (at: { readonly x: number }, seen: Viewport): number =>
      xToPixel(seen, at.x, layout.width)
    const x = isHere && viewport !== null ? xOf(cursor, viewport) : NaN
    const isShown = isHere && x >= -0.5 && x <= layout.width + 0.5
    const isOwn = isShown && cursor.chartId === chartId
    const points = isOwn ? orderedPoints(view, cursor) : []
    const active = points[0] ?? null
    const content = active === null ? null : tooltipContent(points, model, scene)
    // The tooltip asks where the plot is: before anything is moved the page need not be laid out for it.
    showTooltip(elements, content, { x, y: active?.y ?? NaN, layout })
    showCrosshair(elements, isShown ? { x, isPinned: cursor.isPinned } : null)
    // Not where the crosshair is: that may stand on a line that has gone.
    const dotX = active === null || viewport === null ? NaN : xOf(active, viewport)
    showDot(elements, active, { x: dotX, layout })
    brush.draw()
  }

  const draw = (): void => {
    if (isModelDue) takeModel()
    const isComplete = drawDue()
    due = isComplete ? 'overlay' : 'rest'
    drawOverlay()
    if (!isComplete) store.loop.request(draw)
  }
  const drawDue = (): boolean => {
    if (due === 'picture') return drawPicture()
    if (due === 'rest') return drawRest()
    if (due === 'highlight') drawHighlight()
    return true
  }
  const redraw = (): void => {
    due = 'picture'
    store.loop.request(draw)
  }
  const zoom = createZoom(store, () => scene)
  const brush = createKeyBrush(elements, view)
  /** Points of many runs come one after the other: they are laid along the axes once a frame. */
  const takeModel = (): void => {
    isModelDue = false
    scene = { ...scene, model: scene.live?.get() ?? scene.model }
    zoom.follow()
    // Where that has moved on, it is drawn now.
    store.loop.cancel(draw)
    due = 'picture'
  }
  const feed = followModel(() => {
    isModelDue = true
    redraw()
  })
  const stops = [
    feed.stop,
    () => {
      // A crosshair that was moved in this chart would stay in the others for good, and a zoom along
      // its y could not be seen any more.
      const { cursor, yDomains } = store.get()
      if (cursor?.chartId === scene.chartId) store.set({ cursor: null })
      if (yDomains.has(scene.chartId)) {
        store.set({ yDomains: new Map([...yDomains].filter(([id]) => id !== scene.chartId)) })
      }
    },
    store.subscribe((state, before) => {
      if (isPictureChanged(state, before)) redraw()
      else if (state.highlightedRunId !== before.highlightedRunId) {
        if (due === 'overlay') due = 'highlight'
        store.loop.request(draw)
      } else if (state.cursor !== before.cursor) store.loop.request(draw)
    }),
    watchLooks(elements.probe, () => {
      palette = null
      redraw()
    }),
    listenToPointer({ elements, view, zoom }),
    listenToKeys({ elements, view, zoom, announcer, brush }),
    speakView(elements, view, { store, announcer }),
    zoom.stop,
    announcer.stop,
    () => store.loop.cancel(draw),
  ]

  return {
    update(next) {
      const before = scene.model
      feed.listen(next.live)
      isModelDue = false
      // What came past React is newer than what React knows.
      scene = { ...next, model: next.live?.get() ?? next.model }
      if (scene.model !== before) zoom.follow()
      redraw()
    },
    stop() {
      for (const stop of stops) stop()
    },
  }
}

/** What has to be drawn: the crosshair alone, the highlighted run, what is left, or everything. */
type Due = 'overlay' | 'highlight' | 'rest' | 'picture'

const noLines: PictureLines = { lines: [], front: [] }

/** Listens to the points that come past React, to one giver at a time. */
function followModel(onChange: () => void): {
  readonly listen: (live: LiveModel | null) => void
  readonly stop: () => void
} {
  let heard: LiveModel | null = null
  let stop = (): void => undefined
  return {
    listen(live) {
      if (live === heard) return
      stop()
      heard = live
      stop = live === null ? () => undefined : live.subscribe(onChange)
    },
    stop: () => stop(),
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
    const isOn = point.line.key === cursor.lineKey && viewport !== null
    return isOn ? pointAt(point.line, placeOn(point.line, cursor), { viewport, height }) : point
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
    state.yDomains !== before.yDomains ||
    state.hiddenRunIds !== before.hiddenRunIds
  )
}

/** Which painted parts a chart has: bands and markers have no element of their own to draw into. */
function partsOf(box: HTMLElement): PictureParts {
  const has = (part: string): boolean => box.querySelector(`[data-part="${part}"]`) !== null
  return { hasBands: has('bands'), hasMarkers: has('markers') }
}
