import { defineSeries } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { MetricChart } from './MetricChart.tsx'
import { lossCurve, lossSeries, runNames, runsOf } from './testdata/chartData.ts'

const meta = {
  title: 'Charts/MetricChart',
  component: MetricChart,
  args: { title: 'Eval loss', series: lossSeries(runNames), runs: runsOf(runNames) },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

const twenty = Array.from({ length: 20 }, (_, i) => `sweep-${i + 1}`)
const pair = runNames.slice(0, 2)

export const FiveRuns: Story = {
  play: async ({ canvas }) => {
    const figure = canvas.getByRole('figure', { name: 'Eval loss' })
    await expect(figure.querySelectorAll('canvas')).toHaveLength(1)
    await expect(within(figure).getByText(/Eval loss of 5 runs over 599 steps/)).toBeInTheDocument()
    await expect(within(figure).getByText(/Showing 3.000 of 3.000 points/)).toBeVisible()
  },
}

export const Empty: Story = {
  args: { series: new Map(), runs: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No points yet')).toBeVisible()
  },
}

export const OneRun: Story = { args: { series: lossSeries(['baseline']), runs: [] } }

export const TwentyRuns: Story = { args: { series: lossSeries(twenty), runs: runsOf(twenty) } }

export const OnePoint: Story = {
  args: { series: new Map([['fresh', defineSeries([{ step: 10, value: 2.31 }])]]), runs: [] },
}

const odd = [1.9, 1.4, NaN, NaN, 1.1, Infinity, 0.9, 0.8, -Infinity, 0.7, NaN, 0.6]

export const NotFinite: Story = {
  args: {
    series: new Map([
      ['unstable', defineSeries({ steps: odd.map((_, i) => i * 100), values: odd })],
      ['stable', lossCurve(3, 12, { every: 100 })],
    ]),
    runs: [],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/5 points are NaN or infinite/)).toBeVisible()
  },
}

export const AllNaN: Story = {
  args: {
    series: new Map([['diverged', defineSeries({ steps: [1, 2, 3], values: [NaN, NaN, NaN] })]]),
    runs: [],
  },
}

export const EqualValues: Story = {
  args: {
    series: new Map([['flat', defineSeries({ steps: [0, 100, 200], values: [0.5, 0.5, 0.5] })]]),
    runs: [],
  },
}

export const ExtremeValues: Story = {
  args: {
    series: new Map([
      ['tiny', defineSeries({ steps: [0, 1, 2], values: [1e-300, 3e-300, 2e-300] })],
      ['huge', defineSeries({ steps: [0, 1, 2], values: [1e300, 2e300, 5e299] })],
    ]),
    runs: [],
  },
}

export const HundredThousandPoints: Story = {
  args: {
    series: new Map(pair.map((name, seed) => [name, lossCurve(seed + 1, 100_000)])),
    runs: runsOf(pair),
  },
}

export const LogScale: Story = {
  args: {
    yScale: 'log',
    series: new Map([
      ['falls', defineSeries({ steps: [0, 1, 2, 3, 4], values: [10, 1, 0.1, 0.01, 0.001] })],
      ['touches zero', defineSeries({ steps: [0, 1, 2, 3, 4], values: [5, 2, 0, -1, 0.02] })],
    ]),
    runs: [],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/2 points at or below zero cannot be drawn/)).toBeVisible()
  },
}

export const LogScaleWithoutPositiveValues: Story = {
  args: {
    yScale: 'log',
    series: new Map([['rewards', defineSeries({ steps: [0, 1, 2], values: [-3, -2, 0] })]]),
    runs: [],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/so the axis is linear/)).toBeVisible()
  },
}

const hostile = [
  'a-very-long-run-name-that-goes-on-and-on-with-every-parameter-of-the-sweep-in-it',
  'תרגול-ראשון-של-המודל',
  '<img src=x onerror=alert(1)>',
  'evil\u202Egnp.exe',
]

export const HostileNames: Story = {
  args: { series: lossSeries(hostile, 100), runs: runsOf(hostile) },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: '<img src=x onerror=alert(1)>' })).toBeVisible()
    await expect(canvas.queryByRole('img', { name: /x/ })).toBeNull()
  },
}

export const Dark: Story = { parameters: { theme: 'dark' } }

export const DarkByAttribute: Story = {
  render: (args) => <MetricChart {...args} data-theme="dark" />,
}

export const Narrow: Story = { args: { width: 320 } }

export const Sampled: Story = {
  args: {
    series: new Map([
      ['long', { ...lossCurve(2, 1204, { every: 40 }), basis: 'sampled', total: 48_210 }],
    ]),
    runs: [],
  },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/Showing 1.204 of 48.210 points, sampled by the source/),
    ).toBeVisible()
  },
}

export const EpochsOnly: Story = {
  args: {
    series: new Map([
      [
        'epochs',
        defineSeries({
          steps: [1, 2, 3, 4, 5],
          values: [2, 1.2, 0.9, 0.8, 0.78],
          stepUnit: 'epoch',
        }),
      ],
    ]),
    runs: [],
  },
}

export const OverTime: Story = { args: { xAxis: 'time' } }

export const OverRelativeTime: Story = { args: { xAxis: 'relative-time' } }

export const Keyboard: Story = {
  play: async ({ canvas }) => {
    canvas.getByRole('application', { name: 'Plot of Eval loss' }).focus()
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}')
    await expect(await canvas.findByText(/lr-3e-4-seed-1: .* at step 2$/)).toBeInTheDocument()
  },
}
