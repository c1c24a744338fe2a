import { defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../styles.css'
import { ChartGroup } from './ChartGroup.tsx'
import { MetricChart } from './MetricChart.tsx'
import {
  drag,
  drawn,
  figureOf,
  labelsOf,
  partOf,
  plotOf,
  pointAtShare,
  turnWheel,
} from './testdata/gestures.ts'
import { runStyles } from '../style/runStyle.ts'
import { countPixels, nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

const flat = (value: number, count = 5): MetricSeries =>
  defineSeries({
    steps: Array.from({ length: count }, (_, i) => i * 100),
    values: Array.from({ length: count }, () => value),
  })

/** Drawn at 1/22 and 21/22 of the height: values 2 and 1 with a twentieth of air. */
const twoRuns = new Map([
  ['upper', flat(2)],
  ['lower', flat(1)],
])
const onUpper = 1 / 22

/** The first colours, in light. */
const hex: Readonly<Record<string, string>> = {
  '--runoff-color-1': '#2563eb',
  '--runoff-color-2': '#16a34a',
  '--runoff-color-3': '#dc2626',
  '--runoff-color-4': '#9333ea',
  '--runoff-color-5': '#ea580c',
}

async function renderTwo(props: Partial<Parameters<typeof MetricChart>[0]> = {}): Promise<void> {
  render(<MetricChart title="Eval loss" series={twoRuns} width={600} {...props} />)
  await drawn()
}

const highlighted = (name?: string): (string | undefined)[] =>
  Array.from(
    figureOf(name).querySelectorAll<HTMLElement>('.runoff-chart-legend [data-highlighted]'),
    (entry) => entry.dataset['run'],
  )

const button = (name: string): HTMLElement | null => screen.queryByRole('button', { name })

describe('a drag', () => {
  it('that goes both ways zooms to its rectangle, in one step that can be taken back', async () => {
    const onXDomainChange = vi.fn<(domain: readonly [number, number] | null) => void>()
    await renderTwo({ onXDomainChange })
    expect(labelsOf('y')).toContain('1.2')
    pointAtShare('pointerdown', [0.25, 0.05])
    pointAtShare('pointermove', [0.5, 0.5])
    const box = partOf('brush').getBoundingClientRect()
    const plot = plotOf().getBoundingClientRect()
    expect(box.width).toBeCloseTo(plot.width * 0.25, -1)
    expect(box.height).toBeCloseTo(plot.height * 0.45, -1)
    pointAtShare('pointerup', [0.5, 0.5])
    await act(() => nextFrames())
    expect(partOf('brush')).not.toBeVisible()
    const [from, to] = onXDomainChange.mock.lastCall?.[0] ?? []
    expect(from).toBeCloseTo(100, 0)
    expect(to).toBeCloseTo(200, 0)
    expect(labelsOf('y')).not.toContain('1.2')
    expect(labelsOf('y')).toContain('1.8')
    await userEvent.click(screen.getByRole('button', { name: 'Zoom back' }))
    await act(() => nextFrames())
    expect(labelsOf('y')).toContain('1.2')
    expect(labelsOf('x')).toContain('400')
    expect(screen.getByRole('button', { name: 'Zoom back' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })

  it('that goes mostly down zooms the values alone, of this chart alone', async () => {
    const onXDomainChange = vi.fn<() => void>()
    render(
      <ChartGroup onXDomainChange={onXDomainChange}>
        <MetricChart title="Eval loss" series={twoRuns} width={600} />
        <MetricChart title="Other" series={twoRuns} width={600} />
      </ChartGroup>,
    )
    await drawn()
    await drawn('Other')
    await drag([0.5, 0], [0.51, 0.5])
    expect(labelsOf('y')).not.toContain('1.2')
    expect(labelsOf('x')).toContain('400')
    expect(labelsOf('y', 'Other')).toContain('1.2')
    expect(onXDomainChange).not.toHaveBeenCalled()
  })

  it('is taken back by Escape, wherever the focus is, and by a pointer that is lost', async () => {
    await renderTwo()
    const onKeyDown = vi.fn<() => void>()
    document.body.addEventListener('keydown', onKeyDown)
    for (const takeBack of [
      () =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
      () => pointAtShare('pointercancel', [0.75, 0.5]),
    ]) {
      pointAtShare('pointerdown', [0.25, 0.5])
      pointAtShare('pointermove', [0.75, 0.5])
      expect(partOf('brush')).toBeVisible()
      takeBack()
      expect(partOf('brush')).not.toBeVisible()
      pointAtShare('pointerup', [0.75, 0.5])
      await act(() => nextFrames())
      expect(labelsOf('x')).toContain('400')
      expect(button('Reset zoom')).toBeNull()
    }
    expect(onKeyDown).not.toHaveBeenCalled()
    document.body.removeEventListener('keydown', onKeyDown)
  })

  it('with Shift moves what is shown, in one step however long it rests', async () => {
    const onXDomainChange = vi.fn<(domain: readonly [number, number] | null) => void>()
    await renderTwo({ onXDomainChange })
    await drag([0.25, 0.5], [0.75, 0.5])
    pointAtShare('pointerdown', [0.5, 0.5], { shiftKey: true })
    pointAtShare('pointermove', [0.4, 0.5], { shiftKey: true })
    await act(() => new Promise((resolve) => setTimeout(resolve, 250)))
    expect(onXDomainChange).toHaveBeenCalledTimes(1)
    pointAtShare('pointermove', [0.25, 0.5], { shiftKey: true })
    pointAtShare('pointerup', [0.25, 0.5], { shiftKey: true })
    const [from, to] = onXDomainChange.mock.lastCall?.[0] ?? []
    expect(from).toBeCloseTo(150, 0)
    expect(to).toBeCloseTo(350, 0)
    await userEvent.click(screen.getByRole('button', { name: 'Zoom back' }))
    const [before] = onXDomainChange.mock.lastCall?.[0] ?? []
    expect(before).toBeCloseTo(100, 0)
  })

  it('that is under way when the chart goes leaves the others as they were', async () => {
    const other = <MetricChart key="other" title="Other" series={twoRuns} width={600} />
    const { rerender } = render(
      <ChartGroup>
        <MetricChart key="own" title="Eval loss" series={twoRuns} width={600} />
        {other}
      </ChartGroup>,
    )
    await drawn()
    await drawn('Other')
    pointAtShare('pointerdown', [0.25, 0.5])
    pointAtShare('pointermove', [0.75, 0.5])
    rerender(<ChartGroup>{[other]}</ChartGroup>)
    await act(() => nextFrames())
    expect(labelsOf('x', 'Other')).toContain('400')
    expect(button('Zoom back')).toBeNull()
  })
})

describe('the wheel', () => {
  it('zooms the values with Alt and Ctrl, and x with Ctrl alone', async () => {
    await renderTwo()
    expect(turnWheel([0.5, 0], { deltaY: -400, altKey: true })).toBe(true)
    expect(turnWheel([0.5, 0], { deltaY: -400, ctrlKey: true, altKey: true })).toBe(false)
    await act(() => nextFrames())
    expect(labelsOf('y')).not.toContain('1.2')
    expect(labelsOf('x')).toContain('400')
    expect(turnWheel([0, 0.5], { deltaY: -400, metaKey: true })).toBe(false)
    await act(() => nextFrames())
    expect(labelsOf('x')).not.toContain('400')
  })

  it('takes the short turns of a trackpad for a pinch, which zooms more', async () => {
    const onXDomainChange = vi.fn<(domain: readonly [number, number] | null) => void>()
    await renderTwo({ onXDomainChange })
    turnWheel([0, 0.5], { deltaY: -10, ctrlKey: true })
    await expect.poll(() => onXDomainChange.mock.calls.length).toBe(1)
    // exp(-10 / 100) of 400 steps
    expect(onXDomainChange.mock.lastCall?.[0]?.[1]).toBeCloseTo(361.9, 0)
  })
})

describe('fingers', () => {
  const touch = (id: number): PointerEventInit => ({ pointerType: 'touch', pointerId: id })

  it('that lie side by side zoom x, and are one step', async () => {
    const onXDomainChange = vi.fn<(domain: readonly [number, number] | null) => void>()
    await renderTwo({ onXDomainChange })
    pointAtShare('pointerdown', [0.4, 0.5], touch(1))
    pointAtShare('pointerdown', [0.6, 0.5], touch(2))
    pointAtShare('pointermove', [0.2, 0.5], touch(1))
    pointAtShare('pointermove', [0.8, 0.5], touch(2))
    pointAtShare('pointerup', [0.8, 0.5], touch(2))
    pointAtShare('pointerup', [0.2, 0.5], touch(1))
    await act(() => nextFrames())
    const [from, to] = onXDomainChange.mock.lastCall?.[0] ?? []
    expect(from).toBeCloseTo(133.3, 0)
    expect(to).toBeCloseTo(266.7, 0)
    expect(onXDomainChange).toHaveBeenCalledTimes(1)
    expect(labelsOf('y')).toContain('1.2')
    expect(partOf('crosshair')).not.toBeVisible()
  })

  it('that lie one above the other zoom both axes', async () => {
    await renderTwo()
    pointAtShare('pointerdown', [0.5, 0.4], touch(1))
    pointAtShare('pointerdown', [0.5, 0.6], touch(2))
    pointAtShare('pointermove', [0.5, 0.1], touch(1))
    pointAtShare('pointermove', [0.5, 0.9], touch(2))
    pointAtShare('pointercancel', [0.5, 0.9], touch(2))
    await act(() => nextFrames())
    expect(labelsOf('x')).not.toContain('400')
    expect(labelsOf('y')).not.toContain('1.2')
    expect(screen.getByRole('button', { name: 'Reset zoom' })).toBeVisible()
  })

  it('pin with a tap, let go with another, and leave a scroll to the page', async () => {
    await renderTwo()
    pointAtShare('pointerdown', [0.5, 0.1], touch(1))
    pointAtShare('pointercancel', [0.5, 0.1], touch(1))
    await act(() => nextFrames())
    expect(partOf('crosshair')).not.toBeVisible()
    pointAtShare('pointerdown', [0.5, 0.1], touch(2))
    pointAtShare('pointerup', [0.5, 0.1], touch(2))
    pointAtShare('pointerleave', [0.5, 0.1], touch(2))
    await act(() => nextFrames())
    expect(partOf('crosshair')).toHaveAttribute('data-pinned')
    expect(partOf('head')).toHaveTextContent('step 200')
    pointAtShare('pointerdown', [0.5, 0.1], touch(3))
    pointAtShare('pointerup', [0.5, 0.1], touch(3))
    await act(() => nextFrames())
    expect(partOf('crosshair')).not.toBeVisible()
  })

  it('move the crosshair along, one at a time', async () => {
    await renderTwo()
    pointAtShare('pointerdown', [0.2, 0.1], touch(1))
    pointAtShare('pointermove', [0.75, 0.1], touch(1))
    await act(() => nextFrames())
    expect(partOf('head')).toHaveTextContent('step 300')
    expect(partOf('brush')).not.toBeVisible()
  })
})

describe('hover', () => {
  it('brings the run under the pointer to the front in every chart, until it leaves', async () => {
    render(
      <ChartGroup>
        <MetricChart title="Eval loss" series={twoRuns} width={600} />
        <MetricChart title="Other" series={twoRuns} width={600} />
      </ChartGroup>,
    )
    await drawn()
    await drawn('Other')
    pointAtShare('pointermove', [0.3, onUpper])
    await act(() => nextFrames())
    expect(highlighted()).toEqual(['upper'])
    expect(highlighted('Other')).toEqual(['upper'])
    pointAtShare('pointermove', [0.3, 0.5])
    expect(highlighted()).toEqual([])
    pointAtShare('pointermove', [0.3, 1 - onUpper])
    expect(highlighted('Other')).toEqual(['lower'])
    pointAtShare('pointerleave', [0.3, 1])
    expect(highlighted()).toEqual([])
  })

  it('dims the other lines in the picture, put on the canvas once, and no more within a run', async () => {
    await renderTwo()
    const color = hex[runStyles(['upper', 'lower']).get('lower')?.colorVariable ?? ''] ?? ''
    // The browser's own pointer may rest on a run of the legend.
    pointAtShare('pointermove', [0.3, 0.5])
    await act(() => nextFrames())
    const before = countPixels(figureOf(), color)
    expect(before).toBeGreaterThan(300)
    const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData')
    pointAtShare('pointermove', [0.3, onUpper])
    await act(() => nextFrames())
    pointAtShare('pointermove', [0.6, onUpper])
    await act(() => nextFrames())
    expect(put).toHaveBeenCalledTimes(1)
    put.mockRestore()
    expect(countPixels(figureOf(), color)).toBeLessThan(before / 4)
    pointAtShare('pointerleave', [0.6, 0])
    await act(() => nextFrames())
    expect(countPixels(figureOf(), color)).toBe(before)
  })

  it('leaves a pinned run in front, and takes the next click to let go', async () => {
    await renderTwo()
    pointAtShare('pointermove', [0.3, onUpper])
    pointAtShare('pointerdown', [0.3, onUpper])
    pointAtShare('pointerup', [0.3, onUpper])
    pointAtShare('pointermove', [0.3, 1 - onUpper])
    pointAtShare('pointerleave', [0.3, 1])
    expect(highlighted()).toEqual(['upper'])
    await userEvent.hover(screen.getByRole('button', { name: 'lower' }))
    expect(highlighted()).toEqual(['lower'])
    await userEvent.unhover(screen.getByRole('button', { name: 'lower' }))
    expect(highlighted()).toEqual(['upper'])
    pointAtShare('pointerdown', [0.5, 1 - onUpper])
    pointAtShare('pointerup', [0.5, 1 - onUpper])
    await act(() => nextFrames())
    expect(highlighted()).toEqual(['lower'])
    expect(partOf('head')).toHaveTextContent('step 200')
    expect(partOf('crosshair')).not.toHaveAttribute('data-pinned')
  })

  it.each(['ltr', 'rtl'])('keeps the tooltip on a narrow page that is read %s', async (dir) => {
    const name = `a-run-with-a-name-that-is-${'very-'.repeat(12)}long`
    render(
      <div dir={dir} style={{ position: 'absolute', left: 0, width: 200 }}>
        <MetricChart title="Eval loss" series={new Map([[name, flat(1)]])} />
      </div>,
    )
    await drawn()
    for (const x of [0.02, 0.5, 0.98]) {
      pointAtShare('pointermove', [x, 0.5])
      await act(() => nextFrames())
      const box = partOf('tooltip').getBoundingClientRect()
      const dot = partOf('dot').getBoundingClientRect()
      expect(box.width).toBeGreaterThan(60)
      expect(box.left).toBeGreaterThanOrEqual(0)
      expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth)
      const point = { x: (dot.left + dot.right) / 2, y: (dot.top + dot.bottom) / 2 }
      const covers =
        point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom
      expect(covers).toBe(false)
    }
  })

  it('lays the tooltip over the legend beside the plot', async () => {
    const series = new Map(['a', 'b', 'c', 'd', 'e'].map((name, i) => [name, flat(i)]))
    await renderTwo({ series })
    pointAtShare('pointermove', [0.5, 0.05])
    await act(() => nextFrames())
    const legend = figureOf().querySelector('.runoff-chart-legend') as HTMLElement
    const entry = legend.getBoundingClientRect()
    // Moved there by hand: whether its texts reach so far is the font's affair.
    partOf('tooltip').style.transform =
      `translate(${entry.left - plotOf().getBoundingClientRect().left}px, 0px)`
    partOf('tooltip').style.pointerEvents = 'auto'
    const top = document.elementFromPoint(entry.left + 12, entry.top + 12)
    expect(partOf('tooltip').contains(top)).toBe(true)
  })

  it('says of a smoothed value what was logged', async () => {
    const jumpy = defineSeries({ steps: [0, 1, 2], values: [4, 2, 3] })
    const smoothing = { kind: 'runningAverage', window: 3 } as const
    await renderTwo({ series: new Map([['jumpy', jumpy]]), smoothing })
    pointAtShare('pointermove', [0.5, 0.5])
    await act(() => nextFrames())
    expect(partOf('value')).toHaveTextContent('3.000')
    expect(partOf('detail')).toHaveTextContent('raw 2.000')
  })
})
