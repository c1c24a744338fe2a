import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { dark } from '../testdata/storyPlaces.tsx'
import { MetricChart } from './MetricChart.tsx'
import { countInk } from './testdata/pixels.ts'
import { drawnChart, pixelsOfRun } from './testdata/storyChart.ts'
import { noisy } from './testdata/valueStates.ts'

const meta = {
  title: 'Charts/Smoothing',
  component: MetricChart,
  args: { title: 'Eval loss', series: noisy },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

/** Returns a story's play: the algorithm is named twice, and the raw lines stay behind. */
function smoothedBy(name: string): NonNullable<Story['play']> {
  return async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText(name)).toBeVisible()
    await expect(canvas.getByText(`Smoothed: ${name}; raw lines behind.`)).toBeVisible()
    const solid = countInk(figure, { from: 200 })
    await expect(solid).toBeGreaterThan(1000)
    await expect(countInk(figure, { from: 20, to: 120 })).toBeGreaterThan(2 * solid)
  }
}

export const Ema: Story = {
  args: { smoothing: { kind: 'ema', weight: 0.9 } },
  play: smoothedBy('TensorBoard EMA, weight 0.9'),
}

export const EmaDark: Story = { ...Ema, parameters: dark }

export const TimeWeightedEma: Story = {
  args: { smoothing: { kind: 'timeWeightedEma', weight: 0.95 } },
  play: smoothedBy('Time-weighted EMA, weight 0.95'),
}

export const Gaussian: Story = {
  args: { smoothing: { kind: 'gaussian', sigma: 12 } },
  play: smoothedBy('Gaussian, sigma 12 points'),
}

export const RunningAverage: Story = {
  args: { smoothing: { kind: 'runningAverage', window: 25 } },
  play: smoothedBy('Running average of 25 points'),
}

/** A weight that changes nothing is not called smoothing. */
export const WeightZero: Story = {
  args: { smoothing: { kind: 'ema', weight: 0 } },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.queryByText(/Smoothed/)).toBeNull()
    await expect(pixelsOfRun(figure, 'whole')).toBeGreaterThan(300)
  },
}
