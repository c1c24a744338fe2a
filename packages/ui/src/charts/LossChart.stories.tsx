import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { dark } from '../testdata/storyPlaces.tsx'
import { ChartGroup } from './ChartGroup.tsx'
import { LossChart } from './LossChart.tsx'
import { MetricChart } from './MetricChart.tsx'
import { drawnChart } from './testdata/storyChart.ts'
import { evalSeries, lossSeries, runNames, runsOf } from './testdata/chartData.ts'

const three = runNames.slice(0, 3)

const meta = {
  title: 'Charts/LossChart',
  component: LossChart,
  args: {
    trainSeries: lossSeries(three),
    evalSeries: evalSeries(three),
    runs: runsOf(three),
  },
} satisfies Meta<typeof LossChart>

export default meta
type Story = StoryObj<typeof meta>

export const Both: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('figure', { name: 'Loss' })).toBeVisible()
    await expect(canvas.getByRole('radio', { name: 'Both' })).toBeChecked()
    await expect(canvas.getByRole('button', { name: 'lr-3e-4-seed-1 (E)' })).toBeVisible()
    await userEvent.click(canvas.getByRole('radio', { name: 'Train' }))
    await expect(canvas.queryByRole('button', { name: 'lr-3e-4-seed-1 (E)' })).toBeNull()
    await userEvent.click(canvas.getByRole('radio', { name: 'Both' }))
  },
}

export const Train: Story = {
  args: { mode: 'train' },
  play: async ({ canvas }) => {
    await drawnChart(canvas, 'Loss')
    await expect(canvas.getByText('(T) train')).toBeVisible()
    await expect(canvas.getByText(/^Train loss of 3 runs/)).toBeInTheDocument()
  },
}

export const Eval: Story = {
  args: { mode: 'eval' },
  play: async ({ canvas }) => {
    await drawnChart(canvas, 'Loss')
    await expect(canvas.getByText(/Showing 36 of 36 points/)).toBeVisible()
  },
}

export const Dark: Story = { ...Both, parameters: dark }

export const TwoRuns: Story = {
  args: {
    trainSeries: lossSeries(runNames.slice(0, 2)),
    evalSeries: evalSeries(runNames.slice(0, 2)),
    runs: runsOf(runNames.slice(0, 2)),
  },
  play: async ({ canvas }) => {
    await drawnChart(canvas, 'Loss')
    await expect(canvas.getByText(/^Train and eval loss of 2 runs/)).toBeInTheDocument()
  },
}

export const Grouped: Story = {
  render: (args) => (
    <ChartGroup>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 24 }}>
        <LossChart {...args} />
        <MetricChart title="Perplexity" series={args.evalSeries} runs={args.runs} />
      </div>
    </ChartGroup>
  ),
  play: async ({ canvas }) => {
    await drawnChart(canvas, 'Loss')
    await drawnChart(canvas, 'Perplexity')
    const [entry] = canvas.getAllByRole('button', { name: /^lr-3e-4-seed-1/ })
    if (entry === undefined) throw new Error('no entry')
    await userEvent.click(entry)
    for (const same of canvas.getAllByRole('button', { name: /^lr-3e-4-seed-1/ })) {
      await expect(same).toHaveAttribute('aria-pressed', 'false')
    }
  },
}
