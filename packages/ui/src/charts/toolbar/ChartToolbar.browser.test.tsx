import { type ChartToolbarSettings, defaultToolbarSettings, defineSeries } from '@runoff/core'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../styles.css'
import { ChartGroup } from '../ChartGroup.tsx'
import { MessagesProvider } from '../../messages/MessagesProvider.tsx'
import { germanMarks } from '../../testdata/formatters.ts'
import { MetricChart } from '../MetricChart.tsx'
import { nextFrames } from '../testdata/pixels.ts'
import { ChartToolbar, type ChartToolbarProps } from './ChartToolbar.tsx'
import { chartSettingsOf } from './toolbarSettings.ts'

afterEach(cleanup)

const changes = vi.fn<(settings: ChartToolbarSettings) => void>()
afterEach(() => changes.mockReset())

const zigzag = new Map([
  [
    'run',
    defineSeries({
      steps: Array.from({ length: 40 }, (_, i) => i),
      values: Array.from({ length: 40 }, (_, i) => i % 2),
    }),
  ],
])

type GivenProps = Partial<Pick<ChartToolbarProps, 'xMetrics' | 'groupings' | 'settings'>>

/** A toolbar with a chart that obeys it. */
function Page({ settings: first = defaultToolbarSettings, ...props }: GivenProps): ReactNode {
  const [settings, setSettings] = useState(first)
  return (
    <>
      <ChartToolbar
        {...props}
        settings={settings}
        onSettingsChange={(next) => {
          changes(next)
          setSettings(next)
        }}
      />
      <ChartGroup settings={chartSettingsOf(settings)}>
        <MetricChart title="Loss" series={zigzag} width={500} />
      </ChartGroup>
    </>
  )
}

const field = (label: string): HTMLElement => screen.getByLabelText(label)
const last = (): ChartToolbarSettings | undefined => changes.mock.lastCall?.[0]

/** How many pixels of the chart are painted. */
function painted(): number {
  const canvas = screen.getByRole('figure', { name: 'Loss' }).querySelector('canvas')
  const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data
  if (data === undefined) throw new Error('no canvas')
  return data.filter((value, i) => i % 4 === 3 && value > 100).length
}

describe('ChartToolbar', () => {
  it('is a named group in which every field has a name', () => {
    render(<Page />)
    expect(screen.getByRole('group', { name: 'Chart settings' })).toBeVisible()
    const names = screen
      .getAllByRole('combobox')
      .map((select) => select.closest('div')?.querySelector('label')?.textContent)
    expect(names).toEqual(['X axis', 'X scale', 'Y scale', 'Outliers', 'Smoothing'])
  })

  it.each([
    ['X axis', 'relative-time', { xAxis: 'relative-time' }],
    ['X scale', 'log', { xScale: 'log' }],
    ['Y scale', 'symlog', { yScale: 'symlog' }],
    ['Outliers', 'percentile', { yRange: 'percentile' }],
    ['Smoothing', 'gaussian', { smoothing: { kind: 'gaussian', sigma: 5 } }],
  ])('sets %s to %s and leaves the rest', async (label, value, wanted) => {
    render(<Page />)
    await userEvent.selectOptions(field(label), value)
    expect(last()).toEqual({ ...defaultToolbarSettings, ...wanted })
  })

  it('offers metrics that grow along x, and the one that a link names', async () => {
    render(<Page xMetrics={[{ metric: 'tokens', title: 'Tokens' }]} />)
    await userEvent.selectOptions(field('X axis'), 'Tokens')
    expect(last()?.xAxis).toEqual({ metric: 'tokens' })
    cleanup()
    render(<Page settings={{ ...defaultToolbarSettings, xAxis: { metric: 'flos' } }} />)
    expect(field('X axis')).toHaveDisplayValue('flos')
  })

  it('draws with every move of the slider, from the keyboard alone', async () => {
    render(
      <Page settings={{ ...defaultToolbarSettings, smoothing: { kind: 'ema', weight: 0.6 } }} />,
    )
    await expect.poll(painted).toBeGreaterThan(0)
    const before = painted()
    screen.getByRole('slider', { name: 'Weight' }).focus()
    await userEvent.keyboard('{End}')
    expect(last()?.smoothing).toEqual({ kind: 'ema', weight: 0.999 })
    expect(document.activeElement).toBe(screen.getByRole('slider', { name: 'Weight' }))
    await nextFrames()
    await expect.poll(painted).not.toBe(before)
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(last()?.smoothing).toEqual({ kind: 'ema', weight: 0.997 })
    expect(changes).toHaveBeenCalledTimes(3)
  })

  it('takes a typed number, and none that is half or out of bounds', async () => {
    render(
      <Page settings={{ ...defaultToolbarSettings, smoothing: { kind: 'ema', weight: 0.6 } }} />,
    )
    const typed = screen.getByRole('spinbutton', { name: 'Weight' })
    await userEvent.clear(typed)
    expect(changes).not.toHaveBeenCalled()
    await userEvent.type(typed, '1.5')
    expect(changes.mock.calls.map(([settings]) => settings.smoothing)).not.toContainEqual({
      kind: 'ema',
      weight: 1.5,
    })
    await userEvent.fill(typed, '0.95')
    expect(last()?.smoothing).toEqual({ kind: 'ema', weight: 0.95 })
    expect(screen.getByRole('slider', { name: 'Weight' })).toHaveValue('0.95')
    await userEvent.clear(typed)
    await userEvent.tab()
    expect(typed).toHaveValue('0.95')
  })

  it('takes a decimal comma as well, and steps with the arrow keys', async () => {
    render(
      <MessagesProvider messages={germanMarks}>
        <Page settings={{ ...defaultToolbarSettings, smoothing: { kind: 'ema', weight: 0.6 } }} />
      </MessagesProvider>,
    )
    const typed = screen.getByRole('spinbutton', { name: 'Weight' })
    expect(typed).toHaveValue('0,6')
    await userEvent.fill(typed, '0,95')
    await vi.waitFor(() => expect(last()?.smoothing).toEqual({ kind: 'ema', weight: 0.95 }))
    await userEvent.fill(typed, '0.9')
    await vi.waitFor(() => expect(last()?.smoothing).toEqual({ kind: 'ema', weight: 0.9 }))
    await userEvent.keyboard('{ArrowUp}')
    await vi.waitFor(() => expect(last()?.smoothing).toEqual({ kind: 'ema', weight: 0.901 }))
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    await vi.waitFor(() => expect(last()?.smoothing).toEqual({ kind: 'ema', weight: 0.899 }))
    await expect.element(typed).toHaveValue('0,899')
  })

  it('shows how groups are drawn only where runs can be put together', async () => {
    const groups = [{ id: 'g', name: 'g', runIds: ['a', 'b'] }]
    render(<Page groupings={[{ id: 'seeds', label: 'Seeds as bands', groups }]} />)
    expect(screen.queryByLabelText('Band')).toBeNull()
    await userEvent.selectOptions(field('Groups'), 'Seeds as bands')
    await userEvent.selectOptions(field('Line'), 'Median')
    await userEvent.selectOptions(field('Band'), 'Lowest to highest')
    await userEvent.click(screen.getByRole('checkbox', { name: 'Show single runs' }))
    expect(last()).toEqual({
      ...defaultToolbarSettings,
      groupBy: 'seeds',
      center: 'median',
      band: 'minMax',
      members: 'shown',
    })
    await userEvent.selectOptions(field('Groups'), 'Off')
    expect(last()?.groupBy).toBeNull()
    expect(screen.queryByLabelText('Band')).toBeNull()
  })

  it('fits into 360 pixels with everything on', async () => {
    const settings = {
      ...defaultToolbarSettings,
      smoothing: { kind: 'runningAverage', window: 21 },
      groupBy: 'seeds',
    } as const
    const groupings = [{ id: 'seeds', label: 'Seeds as bands', groups: [] }]
    render(
      <div style={{ inlineSize: 360 }}>
        <ChartToolbar settings={settings} onSettingsChange={changes} groupings={groupings} />
      </div>,
    )
    const group = screen.getByRole('group', { name: 'Chart settings' })
    await waitFor(() => expect(group.scrollWidth).toBeLessThanOrEqual(360))
    for (const control of group.querySelectorAll('select, input')) {
      expect(control.getBoundingClientRect().right).toBeLessThanOrEqual(
        group.getBoundingClientRect().right,
      )
    }
  })
})
