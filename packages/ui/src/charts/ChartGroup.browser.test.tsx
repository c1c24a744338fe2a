import { defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../styles.css'
import { ChartGroup } from './ChartGroup.tsx'
import { LossChart } from './LossChart.tsx'
import { MetricChart } from './MetricChart.tsx'
import { nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

const line = (values: readonly number[], stepUnit: 'step' | 'epoch' = 'step'): MetricSeries =>
  defineSeries({ steps: values.map((_, i) => i * 100), values, stepUnit })

const falling = new Map([['run', line([3, 2, 1.5, 1.2, 1])]])
const rising = new Map([['run', line([1, 2, 3, 4, 5])]])

const figure = (name: string): HTMLElement => screen.getByRole('figure', { name })
const part = (name: string, wanted: string): HTMLElement => {
  const element = figure(name).querySelector<HTMLElement>(`[data-part="${wanted}"]`)
  if (element === null) throw new Error(`no ${wanted}`)
  return element
}
const labels = (name: string): (string | null)[] =>
  Array.from(
    figure(name).querySelectorAll('[data-axis="x"]:not([visibility="hidden"]) text'),
    (text) => text.textContent,
  )

async function shown(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await expect.poll(() => figure(name).querySelector('canvas')?.width ?? 0).toBeGreaterThan(50)
  }
  await act(() => nextFrames())
}

describe('ChartGroup', () => {
  it('shows one crosshair in every chart, at the same x, and the tooltip in one', async () => {
    render(
      <ChartGroup>
        <MetricChart title="Loss" series={falling} width={500} />
        <MetricChart title="Accuracy" series={rising} width={500} />
      </ChartGroup>,
    )
    await shown('Loss', 'Accuracy')
    screen.getByRole('application', { name: 'Plot of Loss' }).focus()
    await userEvent.keyboard('{Home}{ArrowRight}')
    await nextFrames()
    expect(part('Loss', 'crosshair')).toBeVisible()
    expect(part('Accuracy', 'crosshair')).toBeVisible()
    const shareOf = (name: string): number =>
      (part(name, 'crosshair').getBoundingClientRect().left -
        part(name, 'surface').getBoundingClientRect().left) /
      part(name, 'surface').clientWidth
    expect(shareOf('Loss')).toBeCloseTo(0.25, 2)
    expect(shareOf('Accuracy')).toBeCloseTo(0.25, 2)
    expect(part('Loss', 'tooltip')).toBeVisible()
    expect(part('Accuracy', 'tooltip')).not.toBeVisible()
  })

  it('draws all its charts in one frame', async () => {
    render(
      <ChartGroup>
        <MetricChart title="Loss" series={falling} width={500} />
        <MetricChart title="Accuracy" series={rising} width={500} />
      </ChartGroup>,
    )
    await shown('Loss', 'Accuracy')
    const frames = vi.spyOn(window, 'requestAnimationFrame')
    part('Loss', 'surface').dispatchEvent(
      new WheelEvent('wheel', { deltaY: -200, ctrlKey: true, cancelable: true }),
    )
    expect(frames).toHaveBeenCalledTimes(1)
    frames.mockRestore()
  })

  it('zooms every chart, and hides a run in all of them', async () => {
    const onXDomainChange = vi.fn<() => void>()
    render(
      <ChartGroup onXDomainChange={onXDomainChange}>
        <MetricChart title="Loss" series={falling} width={500} />
        <MetricChart title="Accuracy" series={rising} width={500} />
      </ChartGroup>,
    )
    await shown('Loss', 'Accuracy')
    screen.getByRole('application', { name: 'Plot of Loss' }).focus()
    await userEvent.keyboard('{Home}{+}{+}')
    await expect.poll(() => labels('Accuracy')).not.toContain('400')
    await expect.poll(() => onXDomainChange.mock.calls.length).toBeGreaterThan(0)
    const [button] = screen.getAllByRole('button', { name: 'run' })
    await userEvent.click(button as HTMLElement)
    expect(screen.getAllByRole('button', { name: 'run', pressed: false })).toHaveLength(2)
  })

  it('lays no zoom in steps over a chart that counts epochs', async () => {
    render(
      <ChartGroup>
        <MetricChart title="Loss" series={falling} width={500} />
        <MetricChart
          title="Accuracy"
          series={new Map([['run', line([1, 2, 3], 'epoch')]])}
          width={500}
        />
      </ChartGroup>,
    )
    await shown('Loss', 'Accuracy')
    screen.getByRole('application', { name: 'Plot of Loss' }).focus()
    await userEvent.keyboard('{Home}{+}{+}')
    await expect.poll(() => labels('Loss')).not.toContain('400')
    expect(labels('Accuracy')).toContain('200')
    expect(figure('Accuracy').textContent).toContain('Epoch')
    expect(part('Accuracy', 'crosshair')).not.toBeVisible()
  })

  it('takes the crosshair away with the chart it was moved in', async () => {
    const accuracy = <MetricChart key="accuracy" title="Accuracy" series={rising} width={500} />
    const { rerender } = render(
      <ChartGroup>
        <MetricChart key="loss" title="Loss" series={falling} width={500} />
        {accuracy}
      </ChartGroup>,
    )
    await shown('Loss', 'Accuracy')
    screen.getByRole('application', { name: 'Plot of Loss' }).focus()
    await userEvent.keyboard('{Home}')
    await nextFrames()
    expect(part('Accuracy', 'crosshair')).toBeVisible()
    rerender(<ChartGroup>{[accuracy]}</ChartGroup>)
    await nextFrames()
    expect(part('Accuracy', 'crosshair')).not.toBeVisible()
  })

  it('moves by keys from where its own axis is, not from the crosshair of another', async () => {
    const series = new Map([
      ['run', line([1, 2, 3], 'epoch')],
      ['other', line([4, 5, 6], 'epoch')],
    ])
    render(
      <ChartGroup>
        <MetricChart title="Loss" series={falling} width={500} />
        <MetricChart title="Accuracy" series={series} width={500} />
      </ChartGroup>,
    )
    await shown('Loss', 'Accuracy')
    const said = (): string | null => part('Accuracy', 'live').textContent
    const standInLoss = async (): Promise<void> => {
      screen.getByRole('application', { name: 'Plot of Loss' }).focus()
      await userEvent.keyboard('{End}')
      screen.getByRole('application', { name: 'Plot of Accuracy' }).focus()
    }
    await standInLoss()
    await userEvent.keyboard('{ArrowDown}')
    await expect.poll(said).toBe('run: 1.000 at epoch 0')
    await standInLoss()
    await userEvent.keyboard('{Enter}{Escape}')
    await nextFrames()
    expect(part('Loss', 'crosshair')).toBeVisible()
    expect(part('Loss', 'crosshair')).not.toHaveAttribute('data-pinned')
    await userEvent.keyboard('{+}')
    await expect.poll(() => labels('Accuracy')).not.toContain('200')
    expect(labels('Accuracy')).toContain('100')
  })

  it('ends a zoom of a chart that is taken away before it has come to rest', async () => {
    const onXDomainChange = vi.fn<() => void>()
    const accuracy = <MetricChart key="accuracy" title="Accuracy" series={rising} width={500} />
    const { rerender } = render(
      <ChartGroup onXDomainChange={onXDomainChange}>
        <MetricChart key="loss" title="Loss" series={falling} width={500} />
        {accuracy}
      </ChartGroup>,
    )
    await shown('Loss', 'Accuracy')
    part('Loss', 'surface').dispatchEvent(
      new WheelEvent('wheel', { deltaY: -200, ctrlKey: true, cancelable: true }),
    )
    expect(onXDomainChange).not.toHaveBeenCalled()
    rerender(<ChartGroup onXDomainChange={onXDomainChange}>{[accuracy]}</ChartGroup>)
    expect(onXDomainChange).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button', { name: 'Reset zoom' })).toBeVisible()
  })

  it('shows the domain that its host gives in every chart', async () => {
    render(
      <ChartGroup xDomain={[100, 200]}>
        <MetricChart title="Loss" series={falling} width={500} />
        <MetricChart title="Accuracy" series={rising} width={500} />
      </ChartGroup>,
    )
    await shown('Loss', 'Accuracy')
    expect(labels('Loss')).toContain('140')
    expect(labels('Accuracy')).toContain('140')
  })
})

describe('LossChart', () => {
  const train = new Map([['a-run-with-a-long-name', line([3, 2, 1])]])
  const evaluation = new Map([['a-run-with-a-long-name', line([3.5, 2.5, 1.5])]])

  it('shows train, eval or both, and names which is which', async () => {
    render(<LossChart trainSeries={train} evalSeries={evaluation} width={500} />)
    await shown('Loss')
    expect(screen.getByText('(T) train · (E) eval')).toBeVisible()
    expect(screen.getByText('Showing 6 of 6 points')).toBeVisible()
    await userEvent.click(screen.getByRole('radio', { name: 'Eval' }))
    expect(screen.getByText('Showing 3 of 3 points')).toBeVisible()
    expect(screen.getByText(/^Eval loss of 1 run over 200 steps/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'a-run-with-a-long-name (T)' })).toBeNull()
    expect(screen.getByRole('button', { name: 'a-run-with-a-long-name (E)' })).toBeVisible()
  })

  it('cuts names at 14 characters and gives the full one on hover and focus', async () => {
    render(<LossChart trainSeries={train} evalSeries={evaluation} mode="train" width={500} />)
    await shown('Loss')
    const entry = screen.getByRole('button', { name: 'a-run-with-a-long-name (T)' })
    expect(screen.getByText('a-run-with-a-…')).toBeVisible()
    expect(entry.title).toContain('a-run-with-a-long-name (T)')
    expect(screen.getAllByText('a-run-with-a-long-name (T)').at(-1)).not.toBeVisible()
    act(() => part('Loss', 'surface').focus())
    await userEvent.tab()
    expect(screen.getAllByText('a-run-with-a-long-name (T)').at(-1)).toBeVisible()
  })

  it('leaves the mode to a host that gives one', async () => {
    const onModeChange = vi.fn<(mode: string) => void>()
    render(
      <LossChart
        trainSeries={train}
        evalSeries={evaluation}
        mode="both"
        onModeChange={onModeChange}
      />,
    )
    await userEvent.click(screen.getByRole('radio', { name: 'Train' }))
    expect(onModeChange).toHaveBeenCalledWith('train')
    expect(screen.getByRole('radio', { name: 'Both' })).toBeChecked()
  })

  it('stands the legend beside the plot from three runs on, where there is room', async () => {
    const series = new Map(['a', 'b', 'c'].map((name) => [name, line([1, 2])]))
    const { rerender } = render(
      <LossChart trainSeries={series} evalSeries={new Map()} width={700} />,
    )
    await shown('Loss')
    const legend = (): DOMRect =>
      screen.getByRole('list', { name: 'Runs in Loss' }).getBoundingClientRect()
    expect(legend().left).toBeGreaterThan(part('Loss', 'surface').getBoundingClientRect().right)
    rerender(<LossChart trainSeries={series} evalSeries={new Map()} width={360} />)
    await act(() => nextFrames())
    expect(legend().top).toBeGreaterThan(part('Loss', 'surface').getBoundingClientRect().bottom)
  })
})
