import { defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../styles.css'
import { MetricChart } from './MetricChart.tsx'
import { drawn, figureOf, labelsOf, partOf, plotOf, said } from './testdata/gestures.ts'
import { nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

const rising = (from: number): MetricSeries =>
  defineSeries({
    steps: Array.from({ length: 41 }, (_, i) => i * 10),
    values: Array.from({ length: 41 }, (_, i) => from + i / 10),
  })

/** From 1 to 5, and from 2 to 6. */
const twoRuns = new Map([
  ['low', rising(1)],
  ['high', rising(2)],
])

const onPageKey = vi.fn<(key: string) => void>()

async function focusTwo(): Promise<void> {
  onPageKey.mockClear()
  render(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it stands for a page
    <div onKeyDown={(event) => onPageKey(event.key)}>
      <MetricChart title="Eval loss" series={twoRuns} width={600} />
    </div>,
  )
  await drawn()
  plotOf().focus()
}

async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys)
  await act(() => nextFrames())
}

/** Presses keys, and waits until a text is spoken. */
async function pressAndHear(keys: string, text: string): Promise<void> {
  await press(keys)
  await expect.poll(() => said(), { timeout: 3000 }).toBe(text)
}

const pressed = (name: string): string | null =>
  screen.getByRole('button', { name }).getAttribute('aria-pressed')

describe('keys of a plot', () => {
  it('zoom x about the cursor, go back and forward, and show everything, in words', async () => {
    await focusTwo()
    await pressAndHear('{Home}{+}', 'Zoomed to steps 0 to 266.7')
    await new Promise((resolve) => setTimeout(resolve, 200))
    await pressAndHear('{=}', 'Zoomed to steps 0 to 177.8')
    await new Promise((resolve) => setTimeout(resolve, 200))
    await pressAndHear('{Backspace}', 'Zoomed to steps 0 to 266.7')
    await pressAndHear(']', 'Zoomed to steps 0 to 177.8')
    await pressAndHear('[[', 'Zoomed to steps 0 to 266.7')
    await pressAndHear('0', 'Everything is shown')
    expect(labelsOf('x')).toContain('400')
    await pressAndHear('{Backspace}', 'Zoomed to steps 0 to 266.7')
    await pressAndHear('-', 'Everything is shown')
    expect(onPageKey).not.toHaveBeenCalled()
  })

  it('zoom the values about the point, and move them up and down', async () => {
    await focusTwo()
    await press('{Home}')
    await pressAndHear('yyy', 'Zoomed to values 0.9259 to 2.556')
    expect(labelsOf('x')).toContain('400')
    await pressAndHear('{PageUp}', 'Zoomed to values 1.333 to 2.963')
    await pressAndHear('{PageDown}', 'Zoomed to values 0.9259 to 2.556')
    await pressAndHear('{Shift>}Y{/Shift}', 'Zoomed to values 0.8889 to 3.333')
    await pressAndHear('{Shift>}YYY{/Shift}', 'Everything is shown')
    expect(onPageKey.mock.calls.flat()).not.toContain('PageUp')
  })

  it('move what is shown along x, as far as there is data', async () => {
    await focusTwo()
    await pressAndHear('{Home}{+}{+}', 'Zoomed to steps 0 to 177.8')
    await pressAndHear('.', 'Zoomed to steps 44.4 to 222.2')
    await pressAndHear(',', 'Zoomed to steps 0 to 177.8')
    await press(',')
    expect(onPageKey.mock.calls.flat()).toEqual([','])
  })

  it('mark a stretch and zoom to it; Escape drops the mark before the cursor', async () => {
    await focusTwo()
    await press('{Home}{Shift>}{ArrowRight}{/Shift}s')
    await expect.poll(() => said()).toMatch(/^Start marked/)
    await press('{Shift>}{ArrowRight}{/Shift}')
    expect(partOf('brush')).toBeVisible()
    const share = partOf('brush').clientWidth / plotOf().clientWidth
    expect(share).toBeCloseTo(0.25, 1)
    await pressAndHear('{Escape}', 'Mark cleared')
    expect(partOf('brush')).not.toBeVisible()
    expect(partOf('crosshair')).toBeVisible()
    await press('s{Shift>}{ArrowLeft}{/Shift}')
    await pressAndHear('s', 'Zoomed to steps 100 to 200')
    expect(partOf('brush')).not.toBeVisible()
    await pressAndHear('{Backspace}', 'Everything is shown')
    await pressAndHear('{Escape}', 'Cursor cleared')
  })

  it('hide, show and isolate the run under the cursor, and bring it to the front', async () => {
    await focusTwo()
    await press('{Home}')
    const entry = screen.getByRole('button', { name: 'low' })
    expect(entry).toHaveAttribute('data-highlighted')
    await pressAndHear('h', 'low hidden')
    expect(pressed('low')).toBe('false')
    await pressAndHear('h', 'low shown')
    expect(pressed('low')).toBe('true')
    await pressAndHear('i', 'low shown alone')
    expect(pressed('high')).toBe('false')
    await pressAndHear('i', 'All runs shown')
    expect(pressed('high')).toBe('true')
    act(() => plotOf().blur())
    expect(entry).not.toHaveAttribute('data-highlighted')
  })

  it('pin the cursor and let it go, in words', async () => {
    await focusTwo()
    await pressAndHear('{End}{Enter}', 'Pinned')
    expect(partOf('crosshair')).toHaveAttribute('data-pinned')
    await pressAndHear('{Enter}', 'No longer pinned')
    expect(partOf('crosshair')).not.toHaveAttribute('data-pinned')
  })

  it('that have nothing to do are left to the page', async () => {
    await focusTwo()
    const idle = ['0', '-', '[', ']', ',', '.', 'f', 's', 'h', 'i', 'x']
    const named = ['Backspace', 'PageUp', 'PageDown', 'Enter', 'Escape', 'Tab']
    await userEvent.keyboard(idle.join('').replace('[', '[['))
    for (const key of named) await userEvent.keyboard(`{${key}}`)
    expect(onPageKey.mock.calls.flat()).toEqual([...idle, ...named])
  })

  it('with Ctrl, Alt or Cmd are left to the page', async () => {
    await focusTwo()
    for (const options of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }]) {
      const event = new KeyboardEvent('keydown', { key: '+', cancelable: true, ...options })
      expect(plotOf().dispatchEvent(event)).toBe(true)
    }
    expect(labelsOf('x')).toContain('400')
  })
})

describe('the list of keys', () => {
  const list = (): HTMLElement | null =>
    screen.queryByRole('dialog', { name: 'Keys in the plot of Eval loss' })

  it('opens on ?, names every key, and gives the focus back to the plot on Escape', async () => {
    await focusTwo()
    await press('?')
    const opened = list()
    expect(opened).toBeVisible()
    expect(opened?.contains(document.activeElement)).toBe(true)
    const terms = within(opened as HTMLElement).getAllByRole('term')
    expect(terms.map((term) => term.textContent)).toContain('Backspace[')
    expect(terms).toHaveLength(17)
    await press('{Escape}')
    expect(list()).toBeNull()
    expect(document.activeElement).toBe(plotOf())
    expect(onPageKey).not.toHaveBeenCalled()
  })

  it('opens from a button, which closes it too', async () => {
    await focusTwo()
    const button = screen.getByRole('button', { name: 'Keys' })
    await userEvent.click(button)
    expect(button).toHaveAttribute('aria-expanded', 'true')
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(list()).toBeNull()
    expect(document.activeElement).toBe(button)
  })

  it('tells of itself where the plot is described', async () => {
    await focusTwo()
    expect(plotOf()).toHaveAccessibleDescription(/question mark lists all keys/)
  })

  it('stays on the page of a narrow chart', async () => {
    render(<MetricChart title="Eval loss" series={twoRuns} width={300} />)
    await drawn()
    plotOf().focus()
    await press('?')
    const box = (list() as HTMLElement).getBoundingClientRect()
    expect(box.left).toBeGreaterThanOrEqual(figureOf().getBoundingClientRect().left)
    expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth)
  })
})

describe('buttons beside the plot', () => {
  it('keep the focus near when they go or can go no further', async () => {
    await focusTwo()
    await press('{Home}{+}')
    await userEvent.click(await screen.findByRole('button', { name: 'Reset zoom' }))
    expect(document.activeElement).toBe(plotOf())
    const back = screen.getByRole('button', { name: 'Zoom back' })
    await userEvent.click(back)
    await userEvent.click(back)
    expect(back).toHaveAttribute('aria-disabled', 'true')
    expect(document.activeElement).toBe(back)
    await userEvent.click(screen.getByRole('button', { name: 'Zoom forward' }))
    await expect.poll(() => said()).toBe('Zoomed to steps 0 to 266.7')
  })
})

describe('what is said of a point', () => {
  it('has the raw value beside one that is smoothed', async () => {
    const zigzag = defineSeries({ steps: [0, 1, 2, 3], values: [1, 3, 1, 3] })
    render(
      <MetricChart
        title="Eval loss"
        series={new Map([['a', zigzag]])}
        smoothing={{ kind: 'runningAverage', window: 3 }}
        width={600}
      />,
    )
    await drawn()
    plotOf().focus()
    await press('{Home}{ArrowRight}')
    // The mean of 1, 3 and 1.
    await expect.poll(() => said(), { timeout: 3000 }).toBe('a: 1.667 at step 1, raw 3.000')
  })

  it('has the number of runs and the band of a line that stands for several', async () => {
    const level = (value: number): MetricSeries =>
      defineSeries({ steps: [0, 1], values: [value, value] })
    render(
      <MetricChart
        title="Eval loss"
        series={
          new Map([
            ['a', level(1)],
            ['b', level(3)],
          ])
        }
        grouping={{ groups: [{ id: 'g', name: 'both', runIds: ['a', 'b'] }], band: 'minMax' }}
        width={600}
      />,
    )
    await drawn()
    plotOf().focus()
    await press('{Home}')
    await expect
      .poll(() => said(), { timeout: 3000 })
      .toBe('both: 2.000 at step 0, n = 2 · 1.000 to 3.000')
  })
})
