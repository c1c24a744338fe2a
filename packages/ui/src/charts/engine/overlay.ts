import type { CursorPoint } from './cursorPoints.ts'
import type { MarkedArea, Stretch } from './markedArea.ts'
import { round } from './placeTicks.ts'
import type { ChartElements, PlotLayout } from './scene.ts'
import type { TooltipContent } from './tooltipContent.ts'
import { tooltipPlace } from './tooltipPlace.ts'

/** Where the crosshair of a chart stands, in pixels of the plot. */
export interface CrosshairPlace {
  readonly x: number
  readonly isPinned: boolean
}

/** Moves the crosshair, or takes it away. Nothing of it is painted: no mark is drawn anew. */
export function showCrosshair({ crosshair }: ChartElements, at: CrosshairPlace | null): void {
  if (crosshair === null) return
  crosshair.hidden = at === null
  if (at === null) return
  crosshair.style.transform = `translateX(${round(at.x)}px)`
  crosshair.toggleAttribute('data-pinned', at.isPinned)
}

/** Puts the dot on a point, or takes it away where that lies outside of the plot. */
export function showDot(
  { dot }: ChartElements,
  point: CursorPoint | null,
  { x, layout }: { readonly x: number; readonly layout: PlotLayout },
): void {
  if (dot === null) return
  const isShown = point !== null && isWithin(x, layout.width) && isWithin(point.y, layout.height)
  dot.hidden = !isShown
  if (!isShown) return
  dot.style.transform = `translate(${round(x)}px, ${round(point.y)}px)`
  dot.style.setProperty('--runoff-line-color', `var(${point.line.style.colorVariable})`)
}

function isWithin(at: number, length: number): boolean {
  return at >= -0.5 && at <= length + 0.5
}

/**
 * Writes the tooltip into the rows that are there, and lays it beside the crosshair, where the page
 * shows it and the point is not covered. Every text is set as text.
 */
export function showTooltip(
  { tooltip, surface }: ChartElements,
  content: TooltipContent | null,
  at: { readonly x: number; readonly y: number; readonly layout: PlotLayout },
): void {
  if (tooltip === null) return
  if (content === null) {
    tooltip.hidden = true
    return
  }
  // Read before anything is written, so that the page need not be laid out for it.
  const plot = surface.getBoundingClientRect()
  const { clientWidth, clientHeight } = surface.ownerDocument.documentElement
  writeContent(tooltip, content)
  const { left, top } = tooltipPlace(at, {
    size: { width: tooltip.offsetWidth, height: tooltip.offsetHeight },
    plotWidth: at.layout.width,
    visible: {
      left: -plot.left,
      top: -plot.top,
      right: clientWidth - plot.left,
      bottom: clientHeight - plot.top,
    },
  })
  tooltip.style.transform = `translate(${round(left)}px, ${round(top)}px)`
}

function writeContent(tooltip: HTMLElement, content: TooltipContent): void {
  tooltip.hidden = false
  write(tooltip, 'head', content.head)
  write(tooltip, 'more', content.more)
  tooltip.querySelectorAll<HTMLElement>('[data-row]').forEach((row, index) => {
    const words = content.rows[index]
    row.hidden = words === undefined
    if (words === undefined) return
    row.style.setProperty('--runoff-line-color', `var(${words.colorVariable})`)
    write(row, 'name', words.name)
    write(row, 'value', words.value)
    write(row, 'place', words.place)
    write(row, 'detail', words.detail)
    row.toggleAttribute('data-long', words.isLong)
  })
}

/** Shows the area that is marked, as long as the plot along an axis that stays as it is. */
export function showBrush({ brush }: ChartElements, area: MarkedArea | null): void {
  if (brush === null) return
  brush.hidden = area === null
  if (area === null) return
  const [x, y] = [area.x?.[0] ?? 0, area.y?.[0] ?? 0]
  brush.style.transform = `translate(${round(x)}px, ${round(y)}px)`
  brush.style.width = sizeOf(area.x)
  brush.style.height = sizeOf(area.y)
}

function sizeOf(stretch: Stretch | null): string {
  return stretch === null ? '100%' : `${round(stretch[1] - stretch[0])}px`
}

function write(parent: HTMLElement, part: string, text: string): void {
  const element = parent.querySelector<HTMLElement>(`[data-part="${part}"]`)
  if (element === null) return
  if (element.textContent !== text) element.textContent = text
  element.hidden = text === ''
}
