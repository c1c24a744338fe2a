import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { dark } from '../../testdata/storyPlaces.tsx'
import { ChartCaption } from '../ChartCaption.tsx'
import { ChartLines } from '../ChartLines.tsx'
import { ChartPlot } from '../ChartPlot.tsx'
import { ChartRoot } from '../ChartRoot.tsx'
import { lineSource } from '../lineSource.ts'
import { linesOf } from '../model/chartLine.ts'
import { lossSeries, runNames, runsOf } from '../testdata/chartData.ts'
import { ChartExport } from './ChartExport.tsx'

const runs = runsOf(runNames)
const source = lineSource([lossSeries(runNames)], ([series = new Map()]) => linesOf(series, runs))

const meta = {
  title: 'Charts/Export',
  component: ChartExport,
  render: (props) => (
    <ChartRoot title="Eval loss" source={source} runs={runs}>
      <ChartCaption />
      <ChartExport {...props} />
      <div className="runoff-chart-body">
        <ChartPlot>
          <ChartLines />
        </ChartPlot>
      </div>
    </ChartRoot>
  ),
} satisfies Meta<typeof ChartExport>

export default meta
type Story = StoryObj<typeof meta>

/** The stories are checked by axe as they are at the end. */
const open: NonNullable<Story['play']> = async ({ canvas }) => {
  await userEvent.click(canvas.getByRole('button', { name: 'Export Eval loss' }))
  const menu = canvas.getByRole('menu', { name: 'Export Eval loss' })
  await expect(within(menu).getAllByRole('menuitem').length).toBeGreaterThanOrEqual(4)
  await expect(within(menu).getByText('Image (PNG)')).toHaveFocus()
}

export const Open: Story = { play: open }

export const OpenDark: Story = { parameters: dark, play: open }
