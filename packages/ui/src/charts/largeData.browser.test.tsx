import { appendPoints, defineSeries, type MetricSeries } from '@runoff/core'
import { act, cleanup, render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import '../styles.css'
import { MetricChart } from './MetricChart.tsx'
import { countPixels, nextFrames } from './testdata/pixels.ts'

afterEach(cleanup)

function longRun(level: number, count: number): MetricSeries {
  const steps = Float64Array.from({ length: count }, (_, i) => i)
  return {
    ...defineSeries([]),
    steps,
    values: steps.map((step) => level + (step % 7) / 10),
    total: count,
  }
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const series = new Map(ids.map((id, level) => [id, longRun(level, 800_000)]))
const patient = { timeout: 15_000 }

it('makes lines of millions of points ready in idle moments, says so, and draws all of them', async () => {
  render(<MetricChart title="Loss" series={series} width={700} />)
  expect(screen.getAllByText(/Preparing \d of 8 lines…/).length).toBeGreaterThan(0)

  expect(
    await screen.findByText(/Showing 6.400.000 of 6.400.000 points/, {}, patient),
  ).toBeDefined()
  expect(screen.queryByText(/Preparing/)).toBeNull()
  await act(() => nextFrames())
  expect(countPixels(screen.getByRole('figure'), '#2563eb')).toBeGreaterThan(100)
})

it('keeps the picture that is there until a smoothed one is ready', async () => {
  const chart = (weight: number) => (
    <MetricChart
      title="Loss"
      series={series}
      smoothing={weight === 0 ? { kind: 'none' } : { kind: 'gaussian', sigma: weight }}
      width={700}
    />
  )
  const { rerender } = render(chart(0))
  await screen.findByText(/Showing 6.400.000 of/, {}, patient)
  rerender(chart(5))
  await act(() => nextFrames(1))
  expect(screen.getByText(/Showing 6.400.000 of/)).toBeDefined()
  expect(screen.getAllByRole('button', { pressed: true }).length).toBeGreaterThanOrEqual(8)
  await expect.poll(() => screen.queryByText(/Preparing/), patient).toBeNull()
})

it('goes on with a run that grows, at once', async () => {
  const chart = (given: ReadonlyMap<string, MetricSeries>) => (
    <MetricChart title="Loss" series={given} width={700} />
  )
  const { rerender } = render(chart(series))
  await screen.findByText(/Showing 6.400.000 of/, {}, patient)
  const longer = appendPoints(series.get('a') as MetricSeries, [{ step: 800_000, value: 1 }])
  rerender(chart(new Map([...series, ['a', longer]])))
  expect(screen.queryByText(/Preparing/)).toBeNull()
  expect(await screen.findByText(/Showing 6.400.001 of 6.400.001 points/)).toBeDefined()
})

it('fails where a host can catch it, once, when a setting is out of its range', async () => {
  class Boundary extends Component<{ readonly children: ReactNode }> {
    override readonly state = { message: '' }
    static getDerivedStateFromError(error: Error): { message: string } {
      return { message: error.message }
    }
    override render(): ReactNode {
      return this.state.message === '' ? this.props.children : <p>{this.state.message}</p>
    }
  }
  const complaints = vi.spyOn(console, 'error').mockReturnValue()
  render(
    <Boundary>
      <MetricChart
        title="Loss"
        series={series}
        smoothing={{ kind: 'ema', weight: 7 }}
        width={700}
      />
    </Boundary>,
  )
  expect(await screen.findByText(/weight.*7/, {}, patient)).toBeVisible()
  complaints.mockRestore()
})
