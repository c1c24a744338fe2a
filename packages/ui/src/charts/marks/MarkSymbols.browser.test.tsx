import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import '../../styles.css'
import { moveMarks } from '../engine/placeTicks.ts'
import { MarkSymbols } from './MarkSymbols.tsx'
import type { PlacedMark } from './placeMarks.ts'

afterEach(cleanup)

const markOf = (kind: PlacedMark['kind'], more: Partial<PlacedMark> = {}): PlacedMark => ({
  key: `${kind} ${more.x ?? 50}`,
  runId: 'a',
  name: 'Run A',
  kind,
  x: 50,
  y: kind === 'divergence' || kind === 'restart' ? null : 5,
  label: `${kind} words`,
  colorVariable: '--runoff-color-1',
  ...more,
})

const layout = { left: 0, top: 0, width: 400, height: 200 }

/** Renders marks over a plot of 400 by 200, on which x goes from 0 to 100 and y from 0 to 10. */
function show(marks: readonly PlacedMark[], x = { from: 0, to: 100 }): Element {
  const { container } = render(
    <div className="runoff" style={{ position: 'absolute', inset: 0 }}>
      <svg width={layout.width} height={layout.height} style={{ display: 'block' }}>
        <MarkSymbols marks={marks} />
      </svg>
    </div>,
  )
  moveMarks(container, { ...x, low: 0, high: 10 }, layout, null)
  return container
}

const named = (name: string): Element => screen.getByRole('img', { name })

describe('MarkSymbols', () => {
  it('names each mark by its line and what happened', () => {
    show([markOf('best'), markOf('spike', { x: 20 }), markOf('restart'), markOf('divergence')])
    expect(screen.getAllByRole('img')).toHaveLength(4)
    expect(named('Run A: best words').getAttribute('data-run')).toBe('a')
    expect(named('Run A: spike words').getAttribute('data-mark')).toBe('spike')
  })

  it.each(['best', 'spike'] as const)('centres the %s on its point', (kind) => {
    show([markOf(kind, { x: 25, y: 7.5 })])
    const box = named(`Run A: ${kind} words`).getBoundingClientRect()
    expect(box.left + box.width / 2).toBeCloseTo(100, 0)
    // A star of five points has its centre a little below the middle of its box.
    expect(Math.abs(box.top + box.height / 2 - 50)).toBeLessThan(1.5)
    expect(box.width).toBeGreaterThan(6)
    expect(box.width).toBeLessThan(20)
  })

  it.each(['divergence', 'restart'] as const)('draws a %s down to the lower edge', (kind) => {
    show([markOf(kind, { x: 25 })])
    const line = named(`Run A: ${kind} words`).querySelector('line')
    const box = line?.getBoundingClientRect()
    expect(box?.left).toBeCloseTo(100, 0)
    expect(box?.bottom).toBeCloseTo(layout.height, 0)
    expect(box?.height).toBeGreaterThan(150)
    const dash = line === null ? '' : getComputedStyle(line).strokeDasharray
    expect(dash === 'none').toBe(kind === 'divergence')
  })

  it('writes the words of a divergence, to the left where it is near the right border', () => {
    const container = show([markOf('divergence', { label: 'diverged at step 812' })])
    const text = screen.getByText('diverged at step 812', { selector: 'text' })
    expect(text.getBoundingClientRect().left).toBeGreaterThan(200)
    container.querySelector('[data-mark]')?.setAttribute('data-left', '')
    expect(text.getBoundingClientRect().right).toBeLessThan(200)
    expect(text.getBoundingClientRect().width).toBeGreaterThan(60)
  })

  it('keeps the words of neighbours apart', () => {
    show([
      markOf('divergence', { label: 'diverged at step 1', x: 50 }),
      markOf('divergence', { label: 'diverged at step 2', x: 51 }),
    ])
    const [first, second] = ['diverged at step 1', 'diverged at step 2'].map((label) =>
      screen.getByText(label, { selector: 'text' }).getBoundingClientRect(),
    )
    expect(first?.bottom).toBeLessThanOrEqual((second?.top ?? 0) + 2)
  })

  it('takes the colour of its line, with a rim of the surface about the star', () => {
    show([markOf('best'), markOf('spike')])
    const star = named('Run A: best words').querySelector('path')
    const ring = named('Run A: spike words').querySelector('circle')
    const look = (element: Element | null | undefined) => getComputedStyle(element as Element)
    expect(look(star).fill).toBe('rgb(37, 99, 235)')
    expect(look(star).stroke).toBe('rgb(255, 255, 255)')
    expect(look(ring).stroke).toBe('rgb(37, 99, 235)')
    expect(look(ring).fill).toBe('none')
  })

  it('draws the most important on top', () => {
    const container = show([markOf('best'), markOf('spike')])
    const kinds = Array.from(container.querySelectorAll('[data-mark]'), (mark) =>
      mark.getAttribute('data-mark'),
    )
    expect(kinds).toEqual(['spike', 'best'])
  })

  it('stays hidden until it has been placed, and when it has left the plot', () => {
    render(
      <svg>
        <MarkSymbols marks={[markOf('best')]} />
      </svg>,
    )
    expect(screen.queryByRole('img')).toBeNull()
    cleanup()
    show([markOf('best')], { from: 60, to: 100 })
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('moves without a render', () => {
    const container = show([markOf('best')])
    moveMarks(container, { from: 40, to: 80, low: 0, high: 10 }, layout, null)
    const box = named('Run A: best words').getBoundingClientRect()
    expect(box.left + box.width / 2).toBeCloseTo(100, 0)
  })
})
