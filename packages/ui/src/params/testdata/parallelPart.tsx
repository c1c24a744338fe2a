import { act, render, screen, within } from '@testing-library/react'
import { expect } from 'vitest'
import { userEvent } from 'vitest/browser'
import { nextFrames } from '../../charts/testdata/pixels.ts'
import { ParallelCoordinates, type ParallelCoordinatesProps } from '../ParallelCoordinates.tsx'
import type { AxisId } from '../parallelModel.ts'
import { runsOf } from './sweep.ts'

/** Three runs of two parameters, the best first. */
export const runs = runsOf([
  [{ lr: 1, opt: 'adamw' }, 0.25],
  [{ lr: 2, opt: 'sgd' }, 0.5],
  [{ lr: 3, opt: 'sgd' }, 0.75],
])
export const worstTone = '#a88a1c'
export const bestTone = '#141a5c'
export const outside = '#dde1e6'

export const figure = (): HTMLElement => screen.getByRole('figure')
export const plot = (): HTMLElement => screen.getByRole('application')
export const slider = (name: string): HTMLElement => screen.getByRole('slider', { name })
export const axisNames = (): (string | null | undefined)[] =>
  Array.from(
    figure().querySelectorAll('.runoff-param-axis-name'),
    (name) => name.lastChild?.textContent,
  )
export const readout = (): string | null | undefined =>
  figure().querySelector('.runoff-param-readout')?.textContent

export async function renderLines(props: Partial<ParallelCoordinatesProps> = {}): Promise<void> {
  render(
    <div data-theme="light" className="runoff" style={{ width: 700, colorScheme: 'light' }}>
      <ParallelCoordinates runs={runs} {...props} />
    </div>,
  )
  await painted()
}

/** A picture of thousands of lines takes its time on a busy machine. */
export const patience = { timeout: 10_000 }

export async function painted(): Promise<void> {
  await expect
    .poll(() => figure().querySelector('canvas')?.width ?? 0, patience)
    .toBeGreaterThan(310)
  await act(() => nextFrames())
}

export async function openControls(): Promise<void> {
  await userEvent.click(within(figure()).getByText('Axes and ranges'))
}

export function handle(axis: AxisId): Element {
  const found = Array.from(figure().querySelectorAll('[data-axis]')).find(
    (rect) => rect.getAttribute('data-axis') === axis,
  )
  if (found === undefined) throw new Error(`no handle of ${axis}`)
  return found
}

/** A drag along an axis, between two shares of its length from its foot. */
export function drag(axis: AxisId, from: number, to: number): void {
  const { left, width, top, height } = handle(axis).getBoundingClientRect()
  const at = (share: number): PointerEventInit => ({
    clientX: left + width / 2,
    clientY: top + (1 - share) * height,
    bubbles: true,
    button: 0,
    pointerId: 1,
  })
  const send = (type: string, share: number): void => {
    act(() => {
      handle(axis).dispatchEvent(new PointerEvent(type, at(share)))
    })
  }
  send('pointerdown', from)
  send('pointermove', (from + to) / 2)
  send('pointermove', to)
  send('pointerup', to)
}
