import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { inColumn } from '../testdata/storyPlaces.tsx'
import { MetricChart } from './MetricChart.tsx'
import {
  continuedRun,
  decades,
  epochsOnly,
  mixedUnits,
  oneWithoutTimes,
  tokens,
} from './testdata/axisStates.ts'
import { drawnChart, labelsAlong, pixelsOfRun } from './testdata/storyChart.ts'

const meta = {
  title: 'Charts/X axes',
  component: MetricChart,
  args: { title: 'Eval loss', series: continuedRun },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

/** Returns a story's play that looks for the name of the axis, and for a line of each run. */
function along(axisName: string, last: RegExp): NonNullable<Story['play']> {
  return async ({ canvas, args }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText(axisName)).toBeVisible()
    await expect(labelsAlong(figure, 'x').at(-1)).toMatch(last)
    const runIds = args.series instanceof Map ? [...args.series.keys()] : []
    for (const runId of runIds) await expect(pixelsOfRun(figure, runId)).toBeGreaterThan(20)
  }
}

export const Steps: Story = { play: along('Step', /^1.300$/) }

/** A continued run begins at 0, like the one it is compared with. */
export const RelativeSteps: Story = {
  args: { xAxis: 'relative-step' },
  play: along('Relative step', /^[34]\d0$/),
}

export const Epochs: Story = { args: { xAxis: 'epoch' }, play: along('Epoch', /^[23](\.\d)?$/) }

export const EpochsOnly: Story = { args: { series: epochsOnly }, play: along('Epoch', /^5\.0$/) }

export const MixedUnits: Story = {
  args: { series: mixedUnits },
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(canvas.getByText(/so they do not line up along this axis/)).toBeVisible()
  },
}

export const Time: Story = {
  args: { xAxis: 'time' },
  play: along('Time (UTC)', /^\d\d:\d\d$/),
}

export const RelativeTime: Story = {
  args: { xAxis: 'relative-time' },
  play: along('Relative time', /min/),
}

export const WithoutTimes: Story = {
  args: { series: oneWithoutTimes, xAxis: 'time' },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(pixelsOfRun(figure, 'timed')).toBeGreaterThan(100)
    await expect(canvas.getByText(/no clock.* has no time and is not drawn\./)).toBeVisible()
  },
}

/** Another metric along x: what a run has seen, not how often it was updated. */
export const Tokens: Story = { args: { xAxis: tokens }, play: along('Tokens', /^3(\.\d)?e6$/) }

export const TokensNarrow: Story = { ...Tokens, decorators: inColumn(320) }

export const LogX: Story = {
  args: { series: decades, xScale: 'log' },
  play: along('Step (log)', /^10.000$/),
}
