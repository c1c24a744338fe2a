import { act, render, screen } from '@testing-library/react'
import { expect } from 'vitest'
import { ParamScatter, type ParamScatterProps } from '../ParamScatter.tsx'
import { runsOf } from './sweep.ts'

/** Three runs of two parameters. */
export const runs = runsOf([
  [{ lr: 1e-4, opt: 'adamw' }, 0.3],
  [{ lr: 1e-3, opt: 'sgd' }, 0.2],
  [{ lr: 1e-2, opt: 'lion' }, 0.4],
])

export const figure = (): HTMLElement => screen.getByRole('figure')
export const plot = (): HTMLElement => screen.getByRole('application')
export const points = (): Element[] => Array.from(figure().querySelectorAll('.runoff-param-point'))
export const tip = (): string | null =>
  figure().querySelector('.runoff-chart-tooltip')?.textContent ?? null

export async function renderScatter(props: Partial<ParamScatterProps> = {}): Promise<void> {
  render(
    <div style={{ width: 600 }}>
      <ParamScatter runs={runs} {...props} />
    </div>,
  )
  await expect.poll(() => figure().querySelectorAll('svg').length).toBeGreaterThan(1)
}

export function moveTo(element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect()
  const place = { clientX: left + width / 2 + 3, clientY: top + height / 2, bubbles: true }
  act(() => {
    plot().dispatchEvent(new PointerEvent('pointermove', place))
  })
}
