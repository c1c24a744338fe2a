import '../styles.css'
import { act, cleanup, render, screen } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { countPixels } from '../charts/testdata/pixels.ts'
import { ParallelCoordinates } from './ParallelCoordinates.tsx'
import {
  axisNames,
  bestTone,
  figure,
  handle,
  outside,
  painted,
  plot,
  readout,
  renderLines,
  runs,
  worstTone,
} from './testdata/parallelPart.tsx'
import { sweep } from './testdata/sweep.ts'

afterEach(cleanup)

describe('ParallelCoordinates', () => {
  it('is named, and says in words what it shows', async () => {
    await renderLines()
    expect(
      screen.getByRole('figure', { name: 'Parameters and eval loss of each run' }),
    ).toHaveAccessibleDescription(
      'Parameters and eval loss of each run: 3 runs on the axes lr, opt and Loss. Lowest eval loss: a with 0.2500.',
    )
    expect(axisNames()).toEqual(['lr', 'opt', 'Loss'])
    expect(readout()).toContain('3 runs shown')
  })

  it('paints a line for each run in the tone of its objective', async () => {
    await renderLines()
    expect(countPixels(figure(), worstTone)).toBeGreaterThan(100)
    expect(countPixels(figure(), bestTone)).toBeGreaterThan(100)
    expect(countPixels(figure(), outside)).toBe(0)
  })

  it('dashes and stars the best run, so that it needs no colour', async () => {
    await renderLines()
    const line = figure().querySelector('.runoff-param-best-line')
    if (line === null) throw new Error('no best line')
    expect(getComputedStyle(line).strokeDasharray).toBe('7px, 3px')
    const stars = figure().querySelector('.runoff-param-best-stars')?.getAttribute('d') ?? ''
    expect(stars.match(/M/g)).toHaveLength(3)
  })

  it('adds GPU hours where a run has them', async () => {
    await renderLines({ runs: sweep(12) })
    expect(axisNames()).toContain('GPU hours')
    expect(axisNames().at(-1)).toBe('Loss')
  })

  it('walks from the best run to the worst, with its values beside the axes', async () => {
    await renderLines()
    plot().focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(readout()).toMatch(/a$/)
    expect(plot()).toHaveAttribute('data-run', 'a')
    await userEvent.keyboard('{End}')
    expect(readout()).toMatch(/c$/)
    const labels = figure().querySelectorAll('.runoff-param-cursor text')
    expect(Array.from(labels, (text) => text.textContent)).toEqual(['3', 'sgd', '0.7500'])
    await expect
      .poll(() => plot().querySelector('[role="status"]')?.textContent)
      .toBe('c: lr 3, opt sgd, Loss 0.7500')
    await userEvent.keyboard('{Escape}')
    expect(plot()).not.toHaveAttribute('data-run')
  })

  it('names the run under the pointer', async () => {
    const onHighlightedRunChange = vi.fn<(runId: string | null) => void>()
    await renderLines({ onHighlightedRunChange })
    const { left, width, top } = handle('param:lr').getBoundingClientRect()
    const place = { clientX: left + width / 2 + 20, clientY: top + 3, bubbles: true }
    act(() => {
      plot().dispatchEvent(new PointerEvent('pointermove', place))
    })
    expect(onHighlightedRunChange.mock.calls).toEqual([['c']])
    act(() => {
      plot().dispatchEvent(new PointerEvent('pointerout', { bubbles: true }))
    })
    expect(onHighlightedRunChange.mock.lastCall).toEqual([null])
  })

  it('passes attributes through, and mounts twice where React does', async () => {
    const ref = createRef<HTMLElement>()
    render(
      <StrictMode>
        <ParallelCoordinates ref={ref} runs={runs} className="mine" data-testid="part" />
      </StrictMode>,
    )
    expect(ref.current).toBe(screen.getByTestId('part'))
    expect(ref.current).toHaveClass('runoff', 'runoff-param', 'mine')
    await painted()
    expect(figure().querySelector('canvas')?.width).toBeGreaterThan(310)
  })
})
