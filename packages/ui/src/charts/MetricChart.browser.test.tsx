import { appendPoints, defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../styles.css'
import { styleOfSlot, runStyles } from '../style/runStyle.ts'
import { MetricChart } from './MetricChart.tsx'
import { countPixels, nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

const hex: Readonly<Record<string, string>> = {
  '--runoff-color-1': '#2563eb',
  '--runoff-color-2': '#16a34a',
  '--runoff-color-3': '#dc2626',
  '--runoff-color-4': '#9333ea',
  '--runoff-color-5': '#ea580c',
}

const flat = (value: number, count = 5): MetricSeries =>
  defineSeries({
    steps: Array.from({ length: count }, (_, i) => i * 100),
    values: Array.from({ length: count }, () => value),
  })

const twoRuns = new Map([
  ['upper', flat(2)],
  ['lower', flat(1)],
])
const colorOf = (runId: string): string =>
  hex[runStyles(['upper', 'lower']).get(runId)?.colorVariable ?? ''] ?? ''

const figure = (name = 'Eval loss'): HTMLElement => screen.getByRole('figure', { name })
const plot = (name = 'Eval loss'): HTMLElement =>
  screen.getByRole('application', { name: `Plot of ${name}` })
const part = (name: string): HTMLElement => {
  const element = figure().querySelector<HTMLElement>(`[data-part="${name}"]`)
  if (element === null) throw new Error(`no ${name}`)
  return element
}
const xLabels = (): (string | null)[] =>
  Array.from(
    figure().querySelectorAll('[data-axis="x"]:not([visibility="hidden"]) text'),
    (text) => text.textContent,
  )

async function shown(): Promise<void> {
  await expect.poll(() => figure().querySelector('canvas')?.width ?? 0).toBeGreaterThan(50)
  await act(() => nextFrames())
}

async function renderTwo(props: Partial<Parameters<typeof MetricChart>[0]> = {}): Promise<void> {
  render(<MetricChart title="Eval loss" series={twoRuns} width={600} {...props} />)
  await shown()
}

function point(type: string, share: number, options: PointerEventInit = {}): void {
  const box = plot().getBoundingClientRect()
  const place = { clientX: box.left + box.width * share, clientY: box.top + box.height / 2 }
  act(() => {
    plot().dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        button: 0,
        pointerType: 'mouse',
        ...place,
        ...options,
      }),
    )
  })
}

describe('MetricChart', () => {
  it('is a figure named by its title that holds one canvas, with each run in its colour', async () => {
    await renderTwo()
    expect(figure().querySelectorAll('canvas')).toHaveLength(1)
    expect(countPixels(figure(), colorOf('upper'))).toBeGreaterThan(300)
    expect(countPixels(figure(), colorOf('lower'))).toBeGreaterThan(300)
  })

  it('draws no pixel of a run that is hidden, and says that it is', async () => {
    await renderTwo()
    await userEvent.click(screen.getByRole('button', { name: 'upper' }))
    await nextFrames()
    expect(countPixels(figure(), colorOf('upper'))).toBe(0)
    expect(countPixels(figure(), colorOf('lower'))).toBeGreaterThan(300)
    expect(screen.getByRole('button', { name: 'upper', pressed: false })).toBeVisible()
    expect(screen.getByText('Showing 5 of 10 points')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'upper' }))
    await nextFrames()
    expect(countPixels(figure(), colorOf('upper'))).toBeGreaterThan(300)
  })

  it('shows one run alone on a double click, and all again on the next', async () => {
    await renderTwo()
    await userEvent.dblClick(screen.getByRole('button', { name: 'lower' }))
    expect(screen.getByRole('button', { name: 'upper', pressed: false })).toBeVisible()
    expect(screen.getByRole('button', { name: 'lower', pressed: true })).toBeVisible()
    await userEvent.dblClick(screen.getByRole('button', { name: 'lower' }))
    expect(screen.getByRole('button', { name: 'upper', pressed: true })).toBeVisible()
  })

  it('shows one run alone from the keyboard', async () => {
    await renderTwo()
    screen.getByRole('button', { name: 'lower' }).focus()
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
    expect(screen.getByRole('button', { name: 'upper', pressed: false })).toBeVisible()
  })

  it('dims the other runs while one is focused in the legend', async () => {
    await renderTwo()
    const before = countPixels(figure(), colorOf('lower'))
    act(() => screen.getByRole('button', { name: 'upper' }).focus())
    await nextFrames()
    expect(countPixels(figure(), colorOf('upper'))).toBeGreaterThan(300)
    expect(countPixels(figure(), colorOf('lower'))).toBeLessThan(before / 4)
  })

  it('leaves a gap where values are not numbers, and says how many', async () => {
    const values = [1, 1, NaN, NaN, 1, 1]
    const series = new Map([['upper', defineSeries({ steps: [0, 1, 2, 3, 4, 5], values })]])
    await renderTwo({ series })
    const color = hex[runStyles(['upper']).get('upper')?.colorVariable ?? ''] ?? ''
    expect(countPixels(figure(), color, { from: 0, to: 0.2 })).toBeGreaterThan(50)
    expect(countPixels(figure(), color, { from: 0.25, to: 0.37 })).toBe(0)
    expect(screen.getByText(/^2 points are NaN or infinite/)).toBeVisible()
  })

  it('stands the cursor on each point from the keyboard, speaks it, and lets it go', async () => {
    await renderTwo()
    plot().focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await nextFrames()
    expect(part('tooltip')).toBeVisible()
    expect(part('head')).toHaveTextContent('step 100')
    await expect.poll(() => part('live').textContent).toBe('upper: 2.000 at step 100')
    await userEvent.keyboard('{End}')
    await expect.poll(() => part('live').textContent).toBe('upper: 2.000 at step 400')
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}')
    await expect.poll(() => part('live').textContent).toBe('lower: 1.000 at step 300')
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await expect.poll(() => part('live').textContent).toBe('lower: 1.000 at step 0')
    await userEvent.keyboard('{Escape}')
    await nextFrames()
    expect(part('tooltip')).not.toBeVisible()
    expect(part('crosshair')).not.toBeVisible()
  })

  it('leaves Escape to the page where there is no cursor to clear', async () => {
    const onKeyDown = vi.fn<() => void>()
    render(
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it stands for a page
      <div onKeyDown={onKeyDown}>
        <MetricChart title="Eval loss" series={twoRuns} width={600} />
      </div>,
    )
    await shown()
    plot().focus()
    await userEvent.keyboard('{ArrowRight}{Escape}')
    expect(onKeyDown).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    expect(onKeyDown).toHaveBeenCalledTimes(1)
  })

  it('shows the nearest run first under the pointer, without painting the lines again', async () => {
    await renderTwo()
    // The browser's own pointer may rest on a run of the legend.
    point('pointermove', 0.9)
    await nextFrames()
    const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData')
    point('pointermove', 0.52)
    await nextFrames()
    expect(part('tooltip')).toBeVisible()
    expect(part('head')).toHaveTextContent('step 200')
    const rows = figure().querySelectorAll('[data-row]:not([hidden]) [data-part="name"]')
    expect(Array.from(rows, (row) => row.textContent).toSorted()).toEqual(['lower', 'upper'])
    point('pointerleave', 0.52)
    await nextFrames()
    expect(part('tooltip')).not.toBeVisible()
    expect(put).not.toHaveBeenCalled()
    put.mockRestore()
  })

  it('keeps a cursor that was pinned, until it is let go', async () => {
    await renderTwo()
    point('pointermove', 0.5)
    point('pointerdown', 0.5)
    point('pointerup', 0.5)
    point('pointermove', 0.9)
    point('pointerleave', 0.9)
    await nextFrames()
    expect(part('head')).toHaveTextContent('step 200')
    expect(part('tooltip')).toBeVisible()
  })

  it('names 8 runs in the tooltip and counts the rest', async () => {
    const series = new Map(Array.from({ length: 20 }, (_, i) => [`run-${i}`, flat(i)]))
    await renderTwo({ series })
    point('pointermove', 0.5)
    await nextFrames()
    expect(figure().querySelectorAll('[data-row]:not([hidden])')).toHaveLength(8)
    expect(part('more')).toHaveTextContent('and 12 more')
  })

  it('zooms to what is dragged over, tells the host, and shows everything again on 0', async () => {
    const onXDomainChange = vi.fn<(domain: readonly [number, number] | null) => void>()
    await renderTwo({ onXDomainChange })
    expect(xLabels()).toContain('0')
    point('pointerdown', 0.5)
    point('pointermove', 0.75)
    expect(part('brush')).toBeVisible()
    point('pointerup', 0.75)
    await act(() => nextFrames())
    expect(part('brush')).not.toBeVisible()
    const [from, to] = onXDomainChange.mock.lastCall?.[0] ?? []
    expect(from).toBeCloseTo(200, 0)
    expect(to).toBeCloseTo(300, 0)
    expect(xLabels()).not.toContain('0')
    expect(xLabels()).toContain('260')
    plot().focus()
    await userEvent.keyboard('0')
    await act(() => nextFrames())
    expect(onXDomainChange).toHaveBeenLastCalledWith(null)
    expect(xLabels()).toContain('0')
  })

  it('zooms with plus and minus about the cursor, and has a button to reset', async () => {
    await renderTwo()
    plot().focus()
    await userEvent.keyboard('{End}{+}')
    await expect.poll(xLabels).not.toContain('0')
    expect(xLabels()).toContain('400')
    await userEvent.click(await screen.findByRole('button', { name: 'Reset zoom' }))
    await act(() => nextFrames())
    expect(xLabels()).toContain('0')
  })

  it('zooms with the wheel and Ctrl alone, and leaves the page its wheel', async () => {
    const onXDomainChange = vi.fn<() => void>()
    await renderTwo({ onXDomainChange })
    const wheel = (ctrlKey: boolean): boolean =>
      plot().dispatchEvent(
        new WheelEvent('wheel', { deltaY: -300, ctrlKey, cancelable: true, bubbles: true }),
      )
    expect(wheel(false)).toBe(true)
    expect(wheel(true)).toBe(false)
    await expect.poll(() => onXDomainChange.mock.calls.length).toBe(1)
  })

  it('moves tick labels with the lines in the middle of a gesture, before React renders', async () => {
    await renderTwo()
    const tick = figure().querySelector('[data-axis="x"][data-value="200"]')
    const before = tick?.getAttribute('transform')
    plot().dispatchEvent(
      new WheelEvent('wheel', {
        deltaY: -300,
        ctrlKey: true,
        clientX: plot().getBoundingClientRect().left,
        cancelable: true,
      }),
    )
    await nextFrames(2)
    expect(tick?.isConnected).toBe(true)
    expect(tick?.getAttribute('transform')).not.toBe(before)
  })

  it('shows the domain that a host gives, also when the host refuses another', async () => {
    await renderTwo({ xDomain: [100, 300], onXDomainChange: () => undefined })
    expect(xLabels()).toContain('140')
    expect(xLabels()).not.toContain('0')
    plot().focus()
    await userEvent.keyboard('0')
    await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
    await act(() => nextFrames())
    expect(xLabels()).toContain('140')
    expect(xLabels()).not.toContain('400')
  })

  it('draws points that come later without moving a domain that was zoomed', async () => {
    const { rerender } = render(<MetricChart title="Eval loss" series={twoRuns} width={600} />)
    await shown()
    plot().focus()
    await userEvent.keyboard('{Home}{+}{+}')
    await screen.findByRole('button', { name: 'Reset zoom' })
    await act(() => nextFrames())
    const before = xLabels()
    expect(before).not.toContain('400')
    const longer = new Map([
      ...twoRuns,
      ['upper', appendPoints(flat(2), [{ step: 900, value: 2 }])],
    ])
    rerender(<MetricChart title="Eval loss" series={longer} width={600} />)
    await act(() => nextFrames())
    expect(xLabels()).toEqual(before)
  })

  it('gives the points that are shown as a table', async () => {
    const series = new Map([
      ['upper', defineSeries({ steps: [0, 10], values: [2, NaN] })],
      ['lower', defineSeries({ steps: [10, 20], values: [1, 0.25] })],
    ])
    await renderTwo({ series })
    await userEvent.click(screen.getByText('Data table'))
    const table = await screen.findByRole('table')
    const rows = within(table).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual([
      'Stepupper lower ',
      '02–',
      '10NaN1',
      '20–0.25',
    ])
    expect(screen.getByText('3 of 3 rows')).toBeVisible()
  })

  it('says how many rows of a long table are shown, and shows more', async () => {
    await renderTwo({ series: new Map([['upper', flat(1, 250)]]) })
    await userEvent.click(screen.getByText('Data table'))
    expect(await screen.findByText('100 of 250 rows')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Show more rows' }))
    expect(await screen.findByText('250 of 250 rows')).toBeVisible()
  })

  it('paints in the colours of the other scheme when the theme changes', async () => {
    await renderTwo()
    const upper = colorOf('upper')
    expect(countPixels(figure(), upper)).toBeGreaterThan(300)
    const variable = runStyles(['upper', 'lower']).get('upper')?.colorVariable ?? ''
    figure().style.setProperty(variable, '#010203')
    figure().style.setProperty(styleOfSlot(1).colorVariable, '#010203')
    await expect.poll(() => countPixels(figure(), '#010203')).toBeGreaterThan(300)
    expect(countPixels(figure(), upper)).toBe(0)
  })

  it('leaves no frame and no listener behind when it is gone', async () => {
    const added = vi.spyOn(EventTarget.prototype, 'addEventListener')
    await renderTwo()
    const signals = added.mock.calls.flatMap(([, , options]) =>
      typeof options === 'object' && options?.signal ? [options.signal] : [],
    )
    expect(signals.length).toBeGreaterThan(0)
    point('pointermove', 0.4)
    cleanup()
    expect(signals.every((signal) => signal.aborted)).toBe(true)
    const frames = vi.spyOn(window, 'requestAnimationFrame')
    const put = vi.spyOn(CanvasRenderingContext2D.prototype, 'putImageData')
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(frames).not.toHaveBeenCalled()
    expect(put).not.toHaveBeenCalled()
    for (const spy of [added, frames, put]) spy.mockRestore()
  })

  it('rests when nothing changes: no frame is asked for', async () => {
    await renderTwo()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const frames = vi.spyOn(window, 'requestAnimationFrame')
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(frames).not.toHaveBeenCalled()
    frames.mockRestore()
  })

  it('takes over what a server has rendered without a difference', async () => {
    const chart = <MetricChart title="Eval loss" series={twoRuns} width={600} />
    const container = document.createElement('div')
    document.body.append(container)
    container.innerHTML = renderToString(chart)
    const onRecoverableError = vi.fn<(error: unknown) => void>()
    const root = await act(() => hydrateRoot(container, chart, { onRecoverableError }))
    await shown()
    expect(onRecoverableError).not.toHaveBeenCalled()
    expect(countPixels(figure(), colorOf('upper'))).toBeGreaterThan(300)
    act(() => root.unmount())
    container.remove()
  })

  it('passes ref, class, style and attributes to its figure', async () => {
    let element: HTMLElement | null = null
    await renderTwo({
      className: 'mine',
      style: { opacity: 0.9 },
      id: 'chart',
    })
    cleanup()
    render(
      <MetricChart
        ref={(node) => {
          element = node ?? element
        }}
        title="Eval loss"
        series={twoRuns}
        className="mine"
        id="chart"
      />,
    )
    expect(element).toBe(figure())
    expect(figure()).toHaveClass('runoff', 'runoff-chart', 'mine')
    expect(figure()).toHaveAttribute('id', 'chart')
  })
})
