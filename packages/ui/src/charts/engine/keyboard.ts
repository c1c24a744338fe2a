import { isolatedRun, toggledRun } from '../chartStore.ts'
import type { PlacedLine } from '../model/chartModel.ts'
import type { Announcer } from './announcer.ts'
import type { EngineView } from './chartEngine.ts'
import type { KeyBrush } from './keyBrush.ts'
import { cursorOnAxis, moveLine, movePoint } from './keyCursor.ts'
import { changeView } from './keyView.ts'
import type { ChartElements } from './scene.ts'
import type { Zoom } from './zoom.ts'

/** What keys work on. */
export interface KeyTools {
  readonly elements: ChartElements
  readonly view: EngineView
  readonly zoom: Zoom
  readonly announcer: Announcer
  readonly brush: KeyBrush
}

const largeStride = 10

/**
 * Listens to the keys of a focused plot until stopped: everything that the pointer can do. Keys
 * that do nothing here, and those with Ctrl, Alt or Cmd, are left to the page.
 */
export function listenToKeys(tools: KeyTools): () => void {
  const { surface } = tools.elements
  const controller = new AbortController()
  const { signal } = controller
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    // Caps Lock makes letters large without Shift.
    const key = event.key.toLowerCase()
    const { shiftKey } = event
    const isTaken =
      moveCursor(key, shiftKey, tools) || changeView(key, shiftKey, tools) || act(key, tools)
    if (!isTaken) return
    event.preventDefault()
    event.stopPropagation()
  }
  surface.addEventListener('keydown', press, { signal })
  surface.addEventListener('blur', () => leave(tools), { signal })
  surface.addEventListener('pointerdown', tools.brush.clear, { signal })
  return () => controller.abort()
}

function moveCursor(key: string, isShift: boolean, tools: KeyTools): boolean {
  const stride = isShift ? largeStride : 1
  switch (key) {
    case 'arrowleft':
      return movePoint(tools, -stride)
    case 'arrowright':
      return movePoint(tools, stride)
    case 'home':
      return movePoint(tools, -Infinity)
    case 'end':
      return movePoint(tools, Infinity)
    case 'arrowup':
      return moveLine(tools, -1)
    case 'arrowdown':
      return moveLine(tools, 1)
    default:
      return false
  }
}

function act(key: string, tools: KeyTools): boolean {
  switch (key) {
    case 'enter':
      return togglePin(tools)
    case 'h':
      return hideOrShow(tools)
    case 'i':
      return isolate(tools)
    case '?':
      return toggleKeys(tools)
    case 'escape':
      return clear(tools)
    default:
      return false
  }
}

function togglePin({ view, announcer }: KeyTools): boolean {
  const cursor = cursorOnAxis(view)
  const { messages } = view.scene()
  if (cursor === null) return false
  view.set({ cursor: { ...cursor, isPinned: !cursor.isPinned } })
  announcer.say(cursor.isPinned ? messages.unpinned : messages.pinned)
  return true
}

/** The line stays the cursor's, so that the same key brings it back. */
function hideOrShow({ view, announcer }: KeyTools): boolean {
  const line = lineOfCursor(view)
  const { messages } = view.scene()
  if (line === null) return false
  const change = toggledRun(view.state(), line.runId)
  const isHidden = change.hiddenRunIds.has(line.runId)
  view.set({ ...change, highlightedRunId: isHidden ? null : line.runId })
  announcer.say(isHidden ? messages.runHidden(line.name) : messages.runShown(line.name))
  return true
}

function isolate({ view, announcer }: KeyTools): boolean {
  const line = lineOfCursor(view)
  const { messages, model } = view.scene()
  if (line === null) return false
  const runIds = model.lines.map(({ runId }) => runId)
  const change = isolatedRun(view.state(), line.runId, runIds)
  const isAlone = change.hiddenRunIds.size > 0
  view.set({ ...change, highlightedRunId: line.runId })
  announcer.say(isAlone ? messages.runAlone(line.name) : messages.allShown)
  return true
}

function lineOfCursor(view: EngineView): PlacedLine | null {
  const cursor = cursorOnAxis(view)
  return view.scene().model.lines.find(({ key }) => key === cursor?.lineKey) ?? null
}

/** A chart that is put together without the list of keys leaves the key to the page. */
function toggleKeys({ elements, view }: KeyTools): boolean {
  const { chartId } = view.scene()
  const hasList = elements.box.closest('figure')?.querySelector('[data-part="keys"]') != null
  if (hasList) view.set({ keysChartId: view.state().keysChartId === chartId ? null : chartId })
  return hasList
}

/** What was begun last is cleared first; where there is nothing to clear the key is a dialog's. */
function clear({ view, announcer, brush }: KeyTools): boolean {
  const { chartId, messages } = view.scene()
  if (view.state().keysChartId === chartId) {
    view.set({ keysChartId: null })
    return true
  }
  if (brush.from() !== null) {
    brush.clear()
    announcer.say(messages.markCleared)
    return true
  }
  if (cursorOnAxis(view) === null) return false
  view.set({ cursor: null, highlightedRunId: null })
  announcer.say(messages.cleared)
  return true
}

/** The crosshair stays where the keys have left it; the run stands out only while it is looked at. */
function leave({ view, brush }: KeyTools): void {
  brush.clear()
  const { cursor } = view.state()
  if (cursor?.chartId === view.scene().chartId && !cursor.isPinned)
    view.set({ highlightedRunId: null })
}
