import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent } from 'storybook/test'
import { ChartGroup } from './ChartGroup.tsx'
import { LossChart } from './LossChart.tsx'
import { MetricChart } from './MetricChart.tsx'
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

export const Train: Story = { args: { mode: 'train' } }

export const Eval: Story = { args: { mode: 'eval' } }

export const Dark: Story = { parameters: { theme: 'dark' } }

export const TwoRuns: Story = {
  args: {
    trainSeries: lossSeries(runNames.slice(0, 2)),
    evalSeries: evalSeries(runNames.slice(0, 2)),
    runs: runsOf(runNames.slice(0, 2)),
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
}
