import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { dark } from '../testdata/storyPlaces.tsx'
import { MetricChart } from './MetricChart.tsx'
import { countPixels } from './testdata/pixels.ts'
import { drawnChart, labelsAlong, pixelsOfRun } from './testdata/storyChart.ts'
import {
  allNaN,
  bothSidesOfZero,
  equalValues,
  extremeValues,
  neverAboveZero,
  notFinite,
  outliers,
  touchesZero,
} from './testdata/valueStates.ts'

const meta = {
  title: 'Charts/Values',
  component: MetricChart,
  args: { title: 'Eval loss', series: notFinite },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

export const NotFinite: Story = {
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText(/5 points are NaN or infinite/)).toBeVisible()
    await expect(pixelsOfRun(figure, 'unstable')).toBeGreaterThan(100)
  },
}

export const NotFiniteDark: Story = { ...NotFinite, parameters: dark }

export const AllNaN: Story = {
  args: { series: allNaN },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText('No point here is a finite number')).toBeVisible()
    await expect(canvas.getByText(/3 points are NaN or infinite/)).toBeVisible()
    await expect(labelsAlong(figure, 'y')).toEqual([])
  },
}

export const EqualValues: Story = {
  args: { series: equalValues },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(pixelsOfRun(figure, 'flat')).toBeGreaterThan(300)
    await expect(labelsAlong(figure, 'y').map(Number)).toContain(0.5)
  },
}

export const ExtremeValues: Story = {
  args: { series: extremeValues },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText(/Highest: huge with 2\.000e\+?300/)).toBeInTheDocument()
    await expect(pixelsOfRun(figure, 'huge')).toBeGreaterThan(100)
  },
}

export const Log: Story = {
  args: { series: touchesZero, yScale: 'log' },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText(/2 points at or below zero cannot be drawn/)).toBeVisible()
    await expect(canvas.getByText('Logarithmic y axis.')).toBeVisible()
    await expect(labelsAlong(figure, 'y').map(Number)).toEqual(
      expect.arrayContaining([10, 1, 0.1, 0.01, 0.001]),
    )
  },
}

export const LogWithoutPositiveValues: Story = {
  args: { series: neverAboveZero, yScale: 'log' },
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await expect(canvas.getByText(/so the axis is linear/)).toBeVisible()
  },
}

export const Symlog: Story = {
  args: { series: bothSidesOfZero, yScale: 'symlog' },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText(/Symmetric logarithmic y axis, linear within/)).toBeVisible()
    await expect(labelsAlong(figure, 'y')).toContain('0')
    await expect(pixelsOfRun(figure, 'reward')).toBeGreaterThan(100)
  },
}

/** Everything below the spikes is a flat line. */
export const OutliersInFull: Story = {
  args: { series: outliers },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(Math.max(...labelsAlong(figure, 'y').map(Number))).toBeGreaterThanOrEqual(80)
  },
}

export const OutliersCut: Story = {
  args: { series: outliers, yRange: 'percentile' },
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await expect(canvas.getByText(/what lies beyond is cut off and marked/)).toBeVisible()
    await expect(Math.max(...labelsAlong(figure, 'y').map(Number))).toBeLessThan(10)
    await expect(pixelsOfRun(figure, 'calm')).toBeGreaterThan(300)
  },
}

export const OutliersCutDark: Story = { ...OutliersCut, parameters: dark }

/** A host may set what a colour is, and the lines follow. */
export const ColoursOfTheHost: Story = {
  args: {
    series: equalValues,
    style: Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`--runoff-color-${i + 1}`, '#0072b2']),
    ),
  },
  play: async ({ canvas }) => {
    await expect(countPixels(await drawnChart(canvas), '#0072b2')).toBeGreaterThan(300)
  },
}
