import type { CursorPoint } from './cursorPoints.ts'
import { round } from './placeTicks.ts'
import type { ChartElements, PlotLayout } from './scene.ts'
import type { TooltipContent } from './tooltipContent.ts'

/** Where the crosshair of a chart stands, in pixels of the plot. */
export interface CrosshairPlace {
  readonly x: number
  readonly isPinned: boolean
}

/** Moves the crosshair, or takes it away. Nothing of it is painted: no mark is drawn anew. */
export function showCrosshair({ crosshair }: ChartElements, at: CrosshairPlace | null): void {
  crosshair.hidden = at === null
  if (at === null) return
  crosshair.style.transform = `translateX(${round(at.x)}px)`
  crosshair.toggleAttribute('data-pinned', at.isPinned)
}

/** Puts the dot on a point, or takes it away. */
export function showDot({ dot }: ChartElements, point: CursorPoint | null, x: number): void {
  const isShown = point !== null && Number.isFinite(point.y)
  dot.hidden = !isShown
  if (!isShown) return
  dot.style.transform = `translate(${round(x)}px, ${round(point.y)}px)`
  dot.style.setProperty('--runoff-line-color', `var(${point.line.style.colorVariable})`)
}

/**
 * Writes the tooltip into the rows that are there, beside the crosshair, on the side where there is
 * more room. Every text is set as text.
 */
export function showTooltip(
  { tooltip }: ChartElements,
  content: TooltipContent | null,
  at: { readonly x: number; readonly layout: PlotLayout },
): void {
  tooltip.hidden = content === null
  if (content === null) return
  tooltip.toggleAttribute('data-left', at.x > at.layout.width / 2)
  tooltip.style.transform = `translateX(${round(at.x)}px)`
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
  })
}

/** Shows the stretch that a drag has marked, or takes it away. */
export function showBrush({ brush }: ChartElements, fromX: number | null, toX: number): void {
  brush.hidden = fromX === null
  if (fromX === null) return
  brush.style.transform = `translateX(${round(Math.min(fromX, toX))}px)`
  brush.style.width = `${round(Math.abs(toX - fromX))}px`
}

function write(parent: HTMLElement, part: string, text: string): void {
  const element = parent.querySelector<HTMLElement>(`[data-part="${part}"]`)
  if (element === null) return
  if (element.textContent !== text) element.textContent = text
  element.hidden = text === ''
}
