import { defineSeries } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, spyOn, userEvent, within } from 'storybook/test'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { MetricChart, type MetricChartProps } from './MetricChart.tsx'
import { lossCurve, lossSeries, runNames, runsOf } from './testdata/chartData.ts'
import { drawnChart, focusedPlot, labelsAlong, pixelsOfRun } from './testdata/storyChart.ts'
import { partial } from './testdata/valueStates.ts'

const meta = {
  title: 'Charts/MetricChart',
  component: MetricChart,
  args: { title: 'Eval loss', series: lossSeries(runNames), runs: runsOf(runNames) },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

/** As many runs as a sweep has. */
const sweep = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `sweep-${i + 1}`)
const argsOf = (
  names: readonly string[],
  points?: number,
): Pick<MetricChartProps, 'series' | 'runs'> => ({
  series: lossSeries(names, points),
  runs: runsOf(names),
})

export const FiveRuns: Story = {
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(figure.querySelectorAll('canvas')).toHaveLength(1)
    await expect(within(figure).getByText(/Eval loss of 5 runs over 599 steps/)).toBeInTheDocument()
    await expect(within(figure).getByText(/Showing 3.000 of 3.000 points/)).toBeVisible()
    for (const name of runNames) await expect(pixelsOfRun(figure, name)).toBeGreaterThan(20)
  },
}

export const Empty: Story = {
  args: { series: new Map(), runs: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No points yet')).toBeVisible()
    await expect(canvas.getByRole('figure', { name: 'Eval loss' })).toBeVisible()
  },
}

export const OneRun: Story = {
  args: argsOf(['baseline']),
  play: async ({ canvas }) => {
    await expect(pixelsOfRun(await drawnChart(canvas), 'baseline')).toBeGreaterThan(300)
    await expect(canvas.getByText(/Eval loss of 1 run over 599 steps/)).toBeInTheDocument()
  },
}

export const OnePoint: Story = {
  args: { series: new Map([['fresh', defineSeries([{ step: 10, value: 2.31 }])]]), runs: [] },
  play: async ({ canvas }) => {
    await expect(pixelsOfRun(await drawnChart(canvas), 'fresh')).toBeGreaterThan(10)
    await expect(canvas.getByText('Showing 1 of 1 point')).toBeVisible()
    await expect(canvas.getByText(/Eval loss of 1 run at step 10\./)).toBeInTheDocument()
  },
}

export const TwentyRuns: Story = {
  args: argsOf(sweep(20)),
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    const entries = within(canvas.getByRole('list', { name: 'Runs in Eval loss' }))
    await expect(entries.getAllByRole('button')).toHaveLength(20)
    await expect(pixelsOfRun(figure, 'sweep-20')).toBeGreaterThan(20)
  },
}

export const HundredRuns: Story = {
  args: argsOf(sweep(100), 200),
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(canvas.getByText(/Showing 20.000 of 20.000 points/)).toBeVisible()
    await expect(canvas.getByText(/Eval loss of 100 runs/)).toBeInTheDocument()
  },
}

const longNames = [
  'llama-3.1-8b-instruct-sft-lr-3e-4-warmup-100-cosine-batch-64-seed-1',
  'llama-3.1-8b-instruct-sft-lr-3e-4-warmup-100-cosine-batch-64-seed-2',
]

export const LongNames: Story = {
  args: argsOf(longNames, 100),
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    // What is cut is said in full.
    for (const name of longNames) await expect(canvas.getByRole('button', { name })).toBeVisible()
    await expect(canvas.getAllByText(/^llama.*…/)).toHaveLength(2)
  },
}

const rightToLeftNames = ['תרגול-ראשון-של-המודל', 'تجربة-٣', 'ordinary']

export const RightToLeftNames: Story = {
  args: argsOf(rightToLeftNames, 100),
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    for (const name of rightToLeftNames) {
      await expect(canvas.getByRole('button', { name: new RegExp(name.slice(0, 6)) })).toBeVisible()
    }
  },
}

/** The time axis goes on from left to right; words and legend turn. */
export const RightToLeftPage: Story = {
  ...RightToLeftNames,
  decorators: rightToLeft,
  play: async (context) => {
    await RightToLeftNames.play?.(context)
    const figure = await drawnChart(context.canvas)
    const xOf = (label: string): number | undefined =>
      Array.from(figure.querySelectorAll('[data-axis="x"] text'))
        .find((text) => text.textContent === label)
        ?.getBoundingClientRect().left
    await expect(xOf('0') ?? Infinity).toBeLessThan(xOf('20') ?? 0)
  },
}

const hostile = [
  'a-very-long-run-name-that-goes-on-and-on-with-every-parameter-of-the-sweep-in-it',
  '<img src=x onerror=alert(1)>',
  'evil\u202Egnp.exe',
]

export const HostileNames: Story = {
  args: argsOf(hostile, 100),
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(canvas.getByRole('button', { name: '<img src=x onerror=alert(1)>' })).toBeVisible()
    await expect(canvas.queryByRole('img', { name: /x/ })).toBeNull()
  },
}

export const PartialRuns: Story = {
  args: { series: partial, runs: runsOf([...partial.keys()]) },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText('1 of 3 runs has no points here yet.')).toBeVisible()
    await expect(pixelsOfRun(figure, 'crashed')).toBeGreaterThan(50)
  },
}

const sampled = { ...lossCurve(2, 1204, { every: 40 }), basis: 'sampled' } as const

export const Sampled: Story = {
  args: { series: new Map([['long', { ...sampled, total: 48_210 }]]), runs: [] },
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(
      canvas.getByText(/Showing 1.204 of 48.210 points, sampled by the source/),
    ).toBeVisible()
  },
}

export const SampledOfUnknown: Story = {
  args: { series: new Map([['long', { ...sampled, total: null }]]), runs: [] },
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(canvas.getByText(/sampled by the source, which does not say/)).toBeVisible()
  },
}

export const SummaryOnly: Story = {
  args: {
    series: new Map([
      ['old', { ...defineSeries([{ step: 900, value: 0.41 }]), basis: 'summary', total: null }],
    ]),
    runs: [],
  },
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(canvas.getByText(/keeps only a summary of some runs/)).toBeVisible()
  },
}

const pair = runNames.slice(0, 2)

export const HundredThousandPoints: Story = {
  args: argsOf(pair, 100_000),
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(canvas.getByText(/Showing 200.000 of 200.000 points/)).toBeVisible()
  },
}

const ramp = Float64Array.from({ length: 4_000_000 }, (_, i) => i)

/** Millions of points are made ready in idle moments, of which there are none here. */
export const Preparing: Story = {
  args: {
    series: new Map(pair.map((name) => [name, defineSeries({ steps: ramp, values: ramp })])),
    runs: runsOf(pair),
  },
  beforeEach: () => {
    const never = new Promise<undefined>(() => undefined)
    const idle = spyOn(scheduler, 'postTask').mockReturnValue(never)
    return () => idle.mockRestore()
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Preparing 0 of 2 lines…')).toBeVisible()
    await expect(canvas.queryByText('No points yet')).toBeNull()
  },
}

export const Dark: Story = { ...FiveRuns, parameters: dark }

export const DarkByAttribute: Story = {
  render: (args) => <MetricChart {...args} data-theme="dark" />,
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(getComputedStyle(figure).backgroundColor).toBe('rgb(17, 20, 23)')
  },
}

/** The legend goes below the plot, and labels keep clear of one another. */
export const Narrow: Story = {
  decorators: inColumn(320),
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(figure.scrollWidth).toBe(figure.clientWidth)
    const legend = canvas.getByRole('list', { name: 'Runs in Eval loss' })
    const plot = canvas.getByRole('application')
    await expect(legend.getBoundingClientRect().top).toBeGreaterThan(
      plot.getBoundingClientRect().bottom,
    )
    await expect(labelsAlong(figure, 'x').length).toBeGreaterThan(1)
  },
}

export const NarrowColumn: Story = { ...Narrow, decorators: inColumn(360) }

export const Keyboard: Story = {
  play: async ({ canvas }) => {
    await focusedPlot(canvas)
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}')
    await expect(await canvas.findByText(/lr-3e-4-seed-1: .* at step 2$/)).toBeInTheDocument()
  },
}
