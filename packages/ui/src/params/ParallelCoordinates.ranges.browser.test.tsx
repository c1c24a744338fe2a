import '../styles.css'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { countPixels, nextFrames } from '../charts/testdata/pixels.ts'
import type { AxisRange } from './axisRanges.ts'
import type { AxisId } from './parallelModel.ts'
import {
  axisNames,
  drag,
  figure,
  openControls,
  outside,
  plot,
  readout,
  renderLines,
  slider,
  worstTone,
} from './testdata/parallelPart.tsx'

afterEach(cleanup)

describe('the axes and ranges of ParallelCoordinates', () => {
  it('keeps the runs within a range that is dragged along an axis', async () => {
    const onRangesChange = vi.fn<(ranges: readonly AxisRange[]) => void>()
    await renderLines({ onRangesChange })
    drag('objective', 0.6, 0)
    await act(() => nextFrames())
    expect(readout()).toContain('2 of 3 runs within the ranges')
    expect(countPixels(figure(), outside)).toBeGreaterThan(100)
    expect(countPixels(figure(), worstTone)).toBe(0)
    const [range] = onRangesChange.mock.lastCall?.[0] ?? []
    expect(range?.axis).toBe('objective')
    expect(range?.low).toBeCloseTo(0.25, 2)
    expect(range?.high).toBeCloseTo(0.55, 1)
  })

  it('lets go of a range when its axis is clicked', async () => {
    await renderLines({ defaultRanges: [{ axis: 'param:lr', low: 1, high: 2 }] })
    expect(readout()).toContain('2 of 3 runs within the ranges')
    drag('param:lr', 0.5, 0.5)
    expect(readout()).toContain('3 runs shown')
  })

  it('sets the same range with two sliders, from the keyboard alone', async () => {
    await renderLines()
    await openControls()
    const high = slider('lr: to')
    expect(high).toHaveAttribute('aria-valuetext', '3')
    high.focus()
    await userEvent.keyboard('{Home}')
    expect(high).toHaveAttribute('aria-valuetext', '1')
    expect(readout()).toContain('1 of 3 runs within the ranges')
    await userEvent.keyboard('{End}')
    expect(readout()).toContain('3 runs shown')
    slider('opt: from').focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(slider('opt: from')).toHaveAttribute('aria-valuetext', 'sgd')
    expect(readout()).toContain('2 of 3 runs within the ranges')
  })

  it('never lets the ends of a range pass each other', async () => {
    await renderLines({ defaultRanges: [{ axis: 'param:lr', low: 2, high: 3 }] })
    await openControls()
    fireEvent.change(slider('lr: to'), { target: { value: '10' } })
    expect(slider('lr: to')).toHaveAttribute('aria-valuetext', '2')
    expect(readout()).toContain('1 of 3 runs within the ranges')
    await userEvent.click(screen.getByRole('button', { name: 'Clear ranges' }))
    expect(readout()).toContain('3 runs shown')
    expect(screen.queryByRole('button', { name: 'Clear ranges' })).toBeNull()
  })

  it('moves, hides and adds axes, and forgets the range of a hidden one', async () => {
    const onAxesChange = vi.fn<(axes: readonly AxisId[] | null) => void>()
    await renderLines({
      onAxesChange,
      defaultRanges: [{ axis: 'param:lr', low: 1, high: 2 }],
    })
    await openControls()
    await userEvent.click(screen.getByRole('button', { name: 'Move lr right' }))
    expect(axisNames()).toEqual(['opt', 'lr', 'Loss'])
    await userEvent.click(screen.getByRole('button', { name: 'Move lr left' }))
    expect(axisNames()).toEqual(['lr', 'opt', 'Loss'])
    const first = screen.getByRole('button', { name: 'Move lr left' })
    expect(first).toHaveAttribute('aria-disabled', 'true')
    fireEvent.click(first)
    expect(axisNames()).toEqual(['lr', 'opt', 'Loss'])
    await userEvent.click(screen.getByRole('button', { name: 'Hide lr' }))
    expect(axisNames()).toEqual(['opt', 'Loss'])
    expect(readout()).toContain('3 runs shown')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Add an axis' }), 'lr')
    expect(axisNames()).toEqual(['opt', 'Loss', 'lr'])
    expect(onAxesChange.mock.lastCall).toEqual([['param:opt', 'objective', 'param:lr']])
  })

  it('stays with the axes and the ranges that the host gives', async () => {
    await renderLines({
      axes: ['objective', 'param:lr'],
      ranges: [{ axis: 'objective', low: 0.2, high: 0.3 }],
    })
    await openControls()
    await userEvent.click(screen.getByRole('button', { name: 'Hide lr' }))
    expect(axisNames()).toEqual(['Loss', 'lr'])
    drag('param:lr', 0, 0.5)
    expect(readout()).toContain('1 of 3 runs within the ranges')
  })

  it('walks only over the runs within the ranges', async () => {
    await renderLines({ defaultRanges: [{ axis: 'param:opt', low: 1, high: 1 }] })
    plot().focus()
    await userEvent.keyboard('{Home}')
    expect(plot()).toHaveAttribute('data-run', 'b')
  })
})
