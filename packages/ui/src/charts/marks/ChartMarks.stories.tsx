import type { CurveMark } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { dark, inColumn } from '../../testdata/storyPlaces.tsx'
import { MetricChart, type MetricChartProps } from '../MetricChart.tsx'
import { markedRuns, markedSeries, marks } from '../testdata/markStates.ts'
import { drawnChart, partIn, type Canvas } from '../testdata/storyChart.ts'
import { useCurveMarks } from './useCurveMarks.ts'

const meta = {
  title: 'Charts/Marks',
  component: MetricChart,
  args: { title: 'Eval loss', series: markedSeries, runs: markedRuns, marks },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

const only = (kind: CurveMark['kind']): ReadonlyMap<string, readonly CurveMark[]> =>
  new Map([...marks].map(([id, all]) => [id, all.filter((mark) => mark.kind === kind)]))

/** How many marks of a kind are seen, and how many sentences say the same. */
async function marked(canvas: Canvas, kind: CurveMark['kind'], count: number): Promise<void> {
  const figure = await drawnChart(canvas)
  const symbols = partIn(figure, 'marks').querySelectorAll(
    `[data-mark="${kind}"]:not([visibility="hidden"])`,
  )
  await expect(symbols).toHaveLength(count)
}

export const Everything: Story = {
  play: async ({ canvas }) => {
    await marked(canvas, 'best', 3)
    await marked(canvas, 'spike', 2)
    await marked(canvas, 'divergence', 1)
    await marked(canvas, 'restart', 1)
    const list = within(canvas.getByRole('list', { name: 'Marks in Eval loss' }))
    await expect(list.getByText('diverged: diverged at step 260')).toBeInTheDocument()
    await expect(list.getByText('restarted: restarted before step 200')).toBeInTheDocument()
    await expect(list.getAllByRole('listitem')).toHaveLength(7)
  },
}

export const EverythingDark: Story = { ...Everything, parameters: dark }

export const EverythingNarrow: Story = { ...Everything, decorators: inColumn(320) }

export const Best: Story = {
  args: { marks: only('best') },
  play: async ({ canvas }) => {
    await marked(canvas, 'best', 3)
    await expect(canvas.getByText('Marked: 3 best points.')).toBeInTheDocument()
  },
}

export const Spikes: Story = {
  args: { marks: only('spike') },
  play: async ({ canvas }) => {
    await marked(canvas, 'spike', 2)
    await expect(
      canvas.getByText(/^spiky: spike to 3\.1\d* at step 150$/, { selector: 'li' }),
    ).toBeInTheDocument()
  },
}

export const Divergence: Story = {
  args: { marks: only('divergence') },
  play: async ({ canvas }) => {
    await marked(canvas, 'divergence', 1)
    await expect(canvas.getByText('diverged at step 260', { selector: 'text' })).toBeVisible()
  },
}

export const Restart: Story = {
  args: { marks: only('restart') },
  play: ({ canvas }) => marked(canvas, 'restart', 1),
}

/** What a hidden run had marked goes with its line. */
export const HiddenRun: Story = {
  play: async ({ canvas }) => {
    await marked(canvas, 'spike', 2)
    await userEvent.click(canvas.getByRole('button', { name: 'spiky' }))
    await marked(canvas, 'spike', 0)
    await marked(canvas, 'best', 2)
  },
}

function FindsMarks(props: MetricChartProps): ReactNode {
  const found = useCurveMarks({
    series: markedSeries,
    runs: markedRuns,
    goal: 'min',
    isObjective: true,
  })
  return <MetricChart {...props} marks={found} />
}

/** As the comparison has it: nothing is marked at first, and everything a moment later. */
export const FoundInIdleMoments: Story = {
  render: (args) => <FindsMarks {...args} />,
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(
        /diverged: diverged at step 260/,
        { selector: 'li' },
        { timeout: 5000 },
      ),
    ).toBeInTheDocument()
    await marked(canvas, 'best', 3)
  },
}
