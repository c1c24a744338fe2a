import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { dark, inColumn } from '../testdata/storyPlaces.tsx'
import { ChartGroup } from './ChartGroup.tsx'
import { MetricChart } from './MetricChart.tsx'
import { evalSeries, lossSeries, runNames, runsOf } from './testdata/chartData.ts'
import { drawnChart, focusedPlot, partIn } from './testdata/storyChart.ts'

const three = runNames.slice(0, 3)
const runs = runsOf(three)
const trained = lossSeries(three)
const evaluated = evalSeries(three)

const meta = {
  title: 'Charts/ChartGroup',
  component: ChartGroup,
  args: {
    children: (
      <>
        <MetricChart title="Train loss" series={trained} runs={runs} />
        <MetricChart title="Eval loss" series={evaluated} runs={runs} />
      </>
    ),
  },
} satisfies Meta<typeof ChartGroup>

export default meta
type Story = StoryObj<typeof meta>

/** What is pointed at in one chart is read in all of them. */
export const OneCrosshair: Story = {
  play: async ({ canvas }) => {
    await focusedPlot(canvas, 'Train loss')
    await userEvent.keyboard('{Home}')
    const other = await drawnChart(canvas, 'Eval loss')
    await waitFor(() => expect(partIn(other, 'crosshair')).toBeVisible())
  },
}

/** A run that is hidden in one legend is hidden in all of them. */
export const OneLegend: Story = {
  play: async ({ canvas }) => {
    const first = within(await drawnChart(canvas, 'Train loss'))
    const [name = ''] = three
    await userEvent.click(first.getByRole('button', { name }))
    for (const entry of canvas.getAllByRole('button', { name })) {
      await expect(entry).toHaveAttribute('aria-pressed', 'false')
    }
  },
}

/** The host owns what is looked at, in the unit of the x axis. */
export const ZoomedByTheHost: Story = {
  args: { xDomain: [100, 300], onXDomainChange: fn() },
  play: async ({ canvas }) => {
    for (const name of ['Train loss', 'Eval loss']) {
      const figure = await drawnChart(canvas, name)
      await expect(within(figure).getByRole('button', { name: /reset/i })).toBeVisible()
    }
  },
}

/** One setting for all charts that have none of their own. */
export const Smoothed: Story = {
  args: { settings: { smoothing: { kind: 'ema', weight: 0.9 }, yScale: 'log' } },
  play: async ({ canvas }) => {
    await drawnChart(canvas, 'Train loss')
    await expect((await canvas.findAllByText(/smooth/i)).length).toBeGreaterThan(0)
  },
}

export const Dark: Story = { parameters: dark }

export const Narrow: Story = { decorators: inColumn(320) }
