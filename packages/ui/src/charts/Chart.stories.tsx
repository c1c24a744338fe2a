import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { expect, within } from 'storybook/test'
import { dark } from '../testdata/storyPlaces.tsx'
import * as Chart from '../chart.ts'
import { useChart } from './chartContext.ts'
import { lineSource } from './lineSource.ts'
import { linesOf } from './model/chartLine.ts'
import { lossSeries, runNames, runsOf } from './testdata/chartData.ts'
import { drawnChart, labelsAlong } from './testdata/storyChart.ts'

const three = runNames.slice(0, 3)
const runs = runsOf(three)
const source = lineSource([lossSeries(three)], ([map = new Map()]) => linesOf(map, runs))

const meta = {
  title: 'Charts/Parts',
  component: Chart.Root,
  args: { title: 'Eval loss', source, runs, children: null },
} satisfies Meta<typeof Chart.Root>

export default meta
type Story = StoryObj<typeof meta>

/** A line and nothing around it, as in the cell of a table. */
export const LinesAlone: Story = {
  args: {
    width: 240,
    height: 96,
    children: (
      <>
        <div className="runoff-spoken">
          <Chart.Caption />
        </div>
        <Chart.Body>
          <Chart.Plot>
            <Chart.Lines />
          </Chart.Plot>
        </Chart.Body>
      </>
    ),
  },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(within(figure).queryByRole('button')).toBeNull()
    await expect(labelsAlong(figure, 'x')).toEqual([])
  },
}

/** What a host writes itself may read what the chart knows. */
function CountOfRuns(): ReactNode {
  const { model } = useChart('CountOfRuns')
  return <strong>{model.lines.length} runs, no legend</strong>
}

/** Words above, the plot below, no legend, and a part of the host's own between them. */
export const OwnArrangement: Story = {
  args: {
    children: (
      <>
        <Chart.Caption />
        <CountOfRuns />
        <div style={{ gridColumn: '1 / -1' }}>
          <Chart.Notes />
        </div>
        <Chart.Body>
          <Chart.Plot>
            <Chart.Axes />
            <Chart.Lines />
            <Chart.Crosshair />
            <Chart.Tooltip />
          </Chart.Plot>
        </Chart.Body>
        <Chart.DataTable />
      </>
    ),
  },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText('3 runs, no legend')).toBeVisible()
    await expect(canvas.queryByRole('list', { name: 'Runs in Eval loss' })).toBeNull()
    const words = canvas.getByText(/Showing 1.800 of 1.800 points/).getBoundingClientRect()
    const plot = within(figure).getByRole('application').getBoundingClientRect()
    await expect(words.bottom).toBeLessThanOrEqual(plot.top)
  },
}

export const OwnArrangementDark: Story = { ...OwnArrangement, parameters: dark }
