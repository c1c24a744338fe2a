import type { StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { countInk, countPixels } from './pixels.ts'

/** What a story is looked at through. */
export type Canvas = Parameters<NonNullable<StoryObj['play']>>[0]['canvas']

/** Waits until the lines of a chart are painted, and returns its figure. */
export async function drawnChart(canvas: Canvas, name = 'Eval loss'): Promise<HTMLElement> {
  const figure = await canvas.findByRole('figure', { name })
  await waitFor(() => expect(countInk(figure)).toBeGreaterThan(30), { timeout: 5000 })
  return figure
}

/** Returns the plot of a chart, which takes keys, with the focus in it. */
export async function focusedPlot(canvas: Canvas, name = 'Eval loss'): Promise<HTMLElement> {
  await drawnChart(canvas, name)
  const plot = canvas.getByRole('application', { name: `Plot of ${name}` })
  plot.focus()
  return plot
}

/** How many pixels of a chart have the colour that its legend gives a run. */
export function pixelsOfRun(figure: HTMLElement, runId: string): number {
  const swatch = figure.querySelector(`[data-run="${CSS.escape(runId)}"] .runoff-chart-swatch`)
  if (swatch === null) throw new Error(`no entry of ${runId}`)
  const [red = 0, green = 0, blue = 0] = Array.from(
    getComputedStyle(swatch).stroke.matchAll(/\d+/g),
    ([digits]) => Number(digits),
  )
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0'))
  return countPixels(figure, `#${hex.join('')}`)
}

/** The numbers along an axis that are seen now. */
export function labelsAlong(figure: HTMLElement, axis: 'x' | 'y'): readonly (string | null)[] {
  const ticks = figure.querySelectorAll(`[data-axis="${axis}"]:not([visibility="hidden"]) text`)
  return Array.from(ticks, (text) => text.textContent)
}

/** Returns what a chart has by its `data-part`. */
export function partIn(figure: HTMLElement, part: string): HTMLElement {
  const element = figure.querySelector<HTMLElement>(`[data-part="${part}"]`)
  if (element === null) throw new Error(`no ${part}`)
  return element
}
