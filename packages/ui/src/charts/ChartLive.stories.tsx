import { createSeriesFeed, type MetricSeries, type WritableSeriesFeed } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect, useState, type ReactNode } from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { dark } from '../testdata/storyPlaces.tsx'
import { MetricChart, type MetricChartProps } from './MetricChart.tsx'
import { lossCurve } from './testdata/chartData.ts'
import { drawnChart, focusedPlot, labelsAlong, pixelsOfRun } from './testdata/storyChart.ts'

const runs = [
  { id: 'live', name: 'live', status: 'running' as const },
  { id: 'done', name: 'done', status: 'completed' as const },
]
const whole = lossCurve(1, 400)
const firstPoints = 200
const pointsAtOnce = 10
const everyMs = 40

const feedOf = (): WritableSeriesFeed =>
  createSeriesFeed(
    new Map([
      ['live', pointsOf(0, firstPoints)],
      ['done', lossCurve(2, 300)],
    ]),
  )

function pointsOf(from: number, to: number): MetricSeries {
  const { steps, values } = whole
  return {
    ...whole,
    steps: steps.slice(from, to),
    values: values.slice(from, to),
    timesMs: null,
    epochs: null,
  }
}

/** A run that logs ten points at a time, until it has 400. */
function LiveChart(props: MetricChartProps): ReactNode {
  const [feed] = useState(feedOf)
  useEffect(() => {
    let count = firstPoints
    const timer = setInterval(() => {
      feed.append('live', pointsOf(count, count + pointsAtOnce))
      count += pointsAtOnce
      if (count >= whole.steps.length) clearInterval(timer)
    }, everyMs)
    return () => clearInterval(timer)
  }, [feed])
  return <MetricChart {...props} series={feed} />
}

const meta = {
  title: 'Charts/Live',
  component: MetricChart,
  args: { title: 'Eval loss', series: new Map(), runs },
  render: (args) => <LiveChart {...args} />,
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

const ended = { timeout: 8000 }

/** Points come past React; the words say a moment later what is drawn. */
export const GrowingRun: Story = {
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(await canvas.findByText('Showing 700 of 700 points', {}, ended)).toBeVisible()
    await expect(pixelsOfRun(figure, 'live')).toBeGreaterThan(100)
    await expect(labelsAlong(figure, 'x')).toContain('380')
  },
}

export const GrowingRunDark: Story = { ...GrowingRun, parameters: dark }

/** What is zoomed into stays where it is when points arrive. */
export const StandsStill: Story = {
  play: async ({ canvas }) => {
    const plot = await focusedPlot(canvas)
    const figure = plot.closest('figure') as HTMLElement
    await userEvent.keyboard('{Home}{+}{+}')
    await expect(await canvas.findByRole('button', { name: 'Reset zoom' })).toBeVisible()
    const before = labelsAlong(figure, 'x')
    await canvas.findByText(/of 700 points/, {}, ended)
    await expect(labelsAlong(figure, 'x')).toEqual(before)
  },
}

/** It moves on with the newest points only where it was told to. */
export const FollowsTail: Story = {
  play: async ({ canvas }) => {
    const plot = await focusedPlot(canvas)
    const figure = plot.closest('figure') as HTMLElement
    await userEvent.keyboard('{End}{+}{+}{+}f')
    await expect(
      await canvas.findByRole('button', { name: 'Follow newest points', pressed: true }),
    ).toBeVisible()
    await waitFor(() => expect(labelsAlong(figure, 'x')).toContain('390'), ended)
    await expect(labelsAlong(figure, 'x')).not.toContain('200')
  },
}
