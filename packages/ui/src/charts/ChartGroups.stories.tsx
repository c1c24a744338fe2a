import type { Band } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { dark, inColumn } from '../testdata/storyPlaces.tsx'
import { MetricChart } from './MetricChart.tsx'
import { seededRuns, seededSeries, seedGroups } from './testdata/groupStates.ts'
import { countInk } from './testdata/pixels.ts'
import { drawnChart, focusedPlot, partIn, pixelsOfRun } from './testdata/storyChart.ts'

const meta = {
  title: 'Charts/Groups',
  component: MetricChart,
  args: {
    title: 'Eval loss',
    series: seededSeries,
    runs: seededRuns,
    grouping: { groups: seedGroups },
  },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

/** A story of one kind of band: the chart says what it is, and draws it behind the lines. */
const banded = (band: Band, words: string): Story => ({
  args: { grouping: { groups: seedGroups, band } },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText(`Mean of 5 runs with ${words}.`)).toBeVisible()
    await expect(canvas.getByText(/it counts for nothing beyond its end/)).toBeVisible()
    const lines = seedGroups.reduce((sum, { id }) => sum + pixelsOfRun(figure, id), 0)
    await expect(lines).toBeGreaterThan(300)
    await expect(figure.querySelector('[data-part="bands"]')).not.toBeNull()
  },
})

export const Confidence: Story = banded('ci95', 'its 95 % confidence band')

export const ConfidenceDark: Story = { ...Confidence, parameters: dark }

export const ConfidenceNarrow: Story = { ...Confidence, decorators: inColumn(360) }

export const StandardError: Story = banded('se', 'a band of one standard error')

export const StandardDeviation: Story = banded('sd', 'a band of one standard deviation')

export const LowestToHighest: Story = banded('minMax', 'a band from the lowest to the highest')

export const Median: Story = {
  args: { grouping: { groups: seedGroups, center: 'median', band: 'minMax' } },
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(canvas.getByText(/^Median of 5 runs/)).toBeVisible()
  },
}

/** The tooltip says of how many runs a value is: one seed has ended before the last step. */
export const CountsRuns: Story = {
  play: async ({ canvas }) => {
    const plot = await focusedPlot(canvas)
    const figure = plot.closest('figure') as HTMLElement
    await userEvent.keyboard('{Home}')
    await waitFor(() => expect(partIn(figure, 'tooltip')).toHaveTextContent('n = 5'))
    await userEvent.keyboard('{End}')
    await waitFor(() => expect(partIn(figure, 'tooltip')).toHaveTextContent('n = 4'))
    await expect(partIn(figure, 'tooltip')).toBeVisible()
  },
}

export const MembersShown: Story = {
  args: { grouping: { groups: seedGroups.slice(0, 1), band: 'sd', members: 'shown' } },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(countInk(figure)).toBeGreaterThan(2000)
    // The runs of no group are drawn as themselves.
    await expect(pixelsOfRun(figure, 'lr-1e-3 seed 1')).toBeGreaterThan(20)
  },
}

/** A group of one run is that run's line: there is nothing that a band could say. */
export const OneRunInAGroup: Story = {
  args: {
    grouping: { groups: [{ id: 'alone', name: 'alone', runIds: [seededRuns[0]?.id ?? ''] }] },
    series: new Map([...seededSeries].slice(0, 1)),
    runs: seededRuns.slice(0, 1),
  },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(pixelsOfRun(figure, 'alone')).toBeGreaterThan(200)
    await expect(canvas.queryByText(/^Mean of/)).toBeNull()
  },
}
