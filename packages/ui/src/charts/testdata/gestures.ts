import { act, screen } from '@testing-library/react'
import { expect } from 'vitest'
import { nextFrames } from './pixels.ts'

export const figureOf = (name = 'Eval loss'): HTMLElement => screen.getByRole('figure', { name })

export const plotOf = (name = 'Eval loss'): HTMLElement =>
  screen.getByRole('application', { name: `Plot of ${name}` })

/** Returns an element of a chart by its `data-part`. */
export function partOf(part: string, name?: string): HTMLElement {
  const element = figureOf(name).querySelector<HTMLElement>(`[data-part="${part}"]`)
  if (element === null) throw new Error(`no ${part}`)
  return element
}

/** The numbers along an axis that are seen now. */
export function labelsOf(axis: 'x' | 'y', name?: string): readonly (string | null)[] {
  const ticks = figureOf(name).querySelectorAll(
    `[data-axis="${axis}"]:not([visibility="hidden"]) text`,
  )
  return Array.from(ticks, (text) => text.textContent)
}

export const said = (name?: string): string | null => partOf('live', name).textContent

/** Waits until a chart has been drawn. */
export async function drawn(name?: string): Promise<void> {
  await expect
    .poll(() => figureOf(name).querySelector('canvas')?.width ?? 0, { timeout: 5000 })
    .toBeGreaterThan(50)
  await act(() => nextFrames())
}

/** A place in a plot: shares of its width and height, from its upper left corner. */
export type SharedPlace = readonly [x: number, y: number]

/** Lets the pointer do one thing at a place of a plot. */
export function pointAtShare(
  type: string,
  [x, y]: SharedPlace,
  options: PointerEventInit = {},
): void {
  const plot = plotOf()
  const box = plot.getBoundingClientRect()
  const clientX = box.left + box.width * x
  const clientY = box.top + box.height * y
  const init = { bubbles: true, cancelable: true, button: 0, pointerType: 'mouse' }
  act(() => {
    plot.dispatchEvent(new PointerEvent(type, { ...init, clientX, clientY, ...options }))
  })
}

/** Drags from one place of a plot to another. */
export async function drag(
  from: SharedPlace,
  to: SharedPlace,
  options: PointerEventInit = {},
): Promise<void> {
  pointAtShare('pointerdown', from, options)
  pointAtShare('pointermove', to, options)
  pointAtShare('pointerup', to, options)
  await act(() => nextFrames())
}

/** Turns the wheel at a place; returns whether the page is left to scroll. */
export function turnWheel([x, y]: SharedPlace, options: WheelEventInit): boolean {
  const plot = plotOf()
  const box = plot.getBoundingClientRect()
  const clientX = box.left + box.width * x
  const clientY = box.top + box.height * y
  return plot.dispatchEvent(
    new WheelEvent('wheel', { clientX, clientY, cancelable: true, bubbles: true, ...options }),
  )
}
