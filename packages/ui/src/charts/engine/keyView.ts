import type { ChartState } from '../chartStore.ts'
import { isSameDomain } from '../chartStore.ts'
import { canFollow, toggledFollowing } from '../followTail.ts'
import { zoomedBack, zoomedForward, zoomedOut } from '../zoomHistory.ts'
import { placeOn } from './cursorPoints.ts'
import { panBy } from './drag.ts'
import { freshViewport } from './freshViewport.ts'
import { cursorOnAxis } from './keyCursor.ts'
import type { KeyTools } from './keyboard.ts'

const zoomStride = 1.5
/** How much of what is shown a key moves it by. */
const panShare = 0.25

/** A key that changes what is shown; it is taken where it has changed something. */
type ViewKey = (tools: KeyTools, isShift: boolean) => void

const viewKeys: ReadonlyMap<string, ViewKey> = new Map<string, ViewKey>([
  ['+', (tools) => zoomX(tools, 1 / zoomStride)],
  ['=', (tools) => zoomX(tools, 1 / zoomStride)],
  ['-', (tools) => zoomX(tools, zoomStride)],
  ['_', (tools) => zoomX(tools, zoomStride)],
  ['y', (tools, isShift) => zoomY(tools, isShift ? zoomStride : 1 / zoomStride)],
  [',', (tools) => pan(tools, { x: -panShare, y: 0 })],
  ['.', (tools) => pan(tools, { x: panShare, y: 0 })],
  ['pageup', (tools) => panY(tools, -panShare)],
  ['pagedown', (tools) => panY(tools, panShare)],
  ['0', ({ zoom }) => zoom.change(zoomedOut)],
  ['[', ({ zoom }) => zoom.change(zoomedBack)],
  [']', ({ zoom }) => zoom.change(zoomedForward)],
  ['backspace', ({ zoom }, isShift) => zoom.change(isShift ? zoomedForward : zoomedBack)],
  ['f', follow],
  ['s', markStretch],
])

/** Changes what is shown as a key asks for; returns whether it has. */
export function changeView(key: string, isShift: boolean, tools: KeyTools): boolean {
  const act = viewKeys.get(key)
  if (act === undefined) return false
  const before = tools.view.state()
  const markBefore = tools.brush.from()
  act(tools, isShift)
  return isOther(tools.view.state(), before) || tools.brush.from() !== markBefore
}

function isOther(state: ChartState, before: ChartState): boolean {
  return (
    !isSameDomain(state.domain, before.domain) ||
    state.yDomains !== before.yDomains ||
    state.isFollowing !== before.isFollowing
  )
}

function zoomX({ view, zoom }: KeyTools, factor: number): void {
  const range = freshViewport(view)
  if (range === null) return
  zoom.by(range, cursorOnAxis(view)?.x ?? (range.from + range.to) / 2, factor)
}

/** About the point that the cursor stands on, else about the middle. */
function zoomY({ view, zoom }: KeyTools, factor: number): void {
  const range = freshViewport(view)
  if (range === null) return
  const cursor = cursorOnAxis(view)
  const line = view.scene().model.lines.find(({ key }) => key === cursor?.lineKey)
  const place = line === undefined || cursor === null ? -1 : placeOn(line, cursor)
  const value = line?.pyramid.series.values[place] ?? NaN
  const isShown = value >= range.low && value <= range.high
  zoom.valuesBy(range, isShown ? value : (range.low + range.high) / 2, factor)
}

function pan({ view, zoom }: KeyTools, share: { readonly x: number; readonly y: number }): void {
  const range = freshViewport(view)
  const { layout } = view.scene()
  if (range === null) return
  panBy(view, zoom, range, { x: share.x * layout.width, y: share.y * layout.height })
}

/** Where the values are not zoomed, the keys scroll the page. */
function panY(tools: KeyTools, share: number): void {
  const { view } = tools
  if (view.state().yDomains.has(view.scene().chartId)) pan(tools, { x: 0, y: share })
}

function follow({ view, zoom }: KeyTools): void {
  const { model } = view.scene()
  if (canFollow(view.state().domain, model)) zoom.change((state) => toggledFollowing(state, model))
}

/** Marks where the cursor stands; the second time it zooms to what lies between. */
function markStretch({ view, zoom, announcer, brush }: KeyTools): void {
  const cursor = cursorOnAxis(view)
  const from = brush.from()
  if (cursor === null || from === cursor.x) return
  if (from === null) {
    brush.begin(cursor.x)
    announcer.say(view.scene().messages.marked)
    // The stretch is drawn with the next frame, as the cursor is.
    view.set({ cursor: { ...cursor } })
    return
  }
  brush.clear()
  zoom.show({ from: Math.min(from, cursor.x), to: Math.max(from, cursor.x) })
  zoom.settle()
}
