import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { dark, inColumn } from '../../testdata/storyPlaces.tsx'
import { ChartGroup } from '../ChartGroup.tsx'
import { MetricChart } from '../MetricChart.tsx'
import { lossSeries, runNames, runsOf } from '../testdata/chartData.ts'
import { ChartGrid } from './ChartGrid.tsx'

const items = ['Loss', 'Perplexity', 'Learning rate', 'Gradient norm'].map((title) => ({
  id: title,
  title,
}))
const series = lossSeries(runNames.slice(0, 3))
const runs = runsOf(runNames.slice(0, 3))

const meta = {
  title: 'Charts/ChartGrid',
  component: ChartGrid,
  args: {
    items,
    onArrangementChange: fn(),
    children: ({ title }) => <MetricChart title={title} series={series} runs={runs} />,
  },
  decorators: (Story) => (
    <ChartGroup>
      <Story />
    </ChartGroup>
  ),
} satisfies Meta<typeof ChartGrid>

export default meta
type Story = StoryObj<typeof meta>

export const TwoByTwo: Story = {
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('figure')).toHaveLength(4))
  },
}

export const Arranging: Story = {
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Arrange charts' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Make Loss wide' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Move Gradient norm earlier' }))
    await expect(args.onArrangementChange).toHaveBeenLastCalledWith({
      order: ['Loss', 'Perplexity', 'Gradient norm', 'Learning rate'],
      wide: ['Loss'],
    })
  },
}

export const Dark: Story = { ...Arranging, parameters: dark }

export const Narrow: Story = {
  decorators: inColumn(360),
  play: async ({ canvas }) => {
    const [first, second] = canvas.getAllByRole('group')
    await expect(second?.getBoundingClientRect().top).toBeGreaterThan(
      first?.getBoundingClientRect().bottom ?? Infinity,
    )
  },
}

/** Below what is in sight are places of the size of what comes. */
export const FarAway: Story = {
  decorators: (Story) => (
    <div style={{ paddingBlockStart: '500vh' }}>
      <Story />
    </div>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('group', { name: 'Loss' })).toHaveAttribute('aria-busy', 'true')
  },
}

export const Empty: Story = {
  args: { items: [] },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('figure')).toBeNull()
    await expect(canvas.queryByRole('group')).toBeNull()
  },
}
