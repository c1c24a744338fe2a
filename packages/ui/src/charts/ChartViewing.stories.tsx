import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { MetricChart } from './MetricChart.tsx'
import { lossSeries, runNames, runsOf } from './testdata/chartData.ts'
import {
  drawnChart,
  focusedPlot,
  labelsAlong,
  partIn,
  pixelsOfRun,
  type Canvas,
} from './testdata/storyChart.ts'

const four = runNames.slice(0, 4)

const meta = {
  title: 'Charts/Viewing',
  component: MetricChart,
  args: { title: 'Eval loss', series: lossSeries(four), runs: runsOf(four) },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

const first = 'lr-3e-4-seed-1'
const second = 'lr-3e-4-seed-2'
const entryOf = (canvas: Canvas, name: string): HTMLElement => canvas.getByRole('button', { name })

export const HiddenRun: Story = {
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await userEvent.click(entryOf(canvas, second))
    await expect(entryOf(canvas, second)).toHaveAttribute('aria-pressed', 'false')
    await waitFor(() => expect(pixelsOfRun(figure, second)).toBe(0))
    await expect(canvas.getByText(/Showing 1.800 of 2.400 points/)).toBeVisible()
  },
}

export const AllHidden: Story = {
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    for (const name of four) {
      await userEvent.click(canvas.getByRole('button', { name: new RegExp(`^${name}`) }))
    }
    await expect(await canvas.findByText('All runs are hidden')).toBeVisible()
  },
}

export const Alone: Story = {
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    await userEvent.dblClick(entryOf(canvas, first))
    await waitFor(() => expect(pixelsOfRun(figure, second)).toBe(0))
    await expect(pixelsOfRun(figure, first)).toBeGreaterThan(100)
  },
}

/** The others stay where they are, and fade. */
export const HighlightedRun: Story = {
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    const before = pixelsOfRun(figure, second)
    await userEvent.hover(entryOf(canvas, first))
    await waitFor(() => expect(pixelsOfRun(figure, second)).toBeLessThan(before / 4))
    await expect(pixelsOfRun(figure, first)).toBeGreaterThan(100)
    await expect(entryOf(canvas, first)).toHaveAttribute('data-highlighted')
  },
}

export const HighlightedRunDark: Story = { ...HighlightedRun, parameters: dark }

/** Zoomed twice and one step back: one can go both ways. */
export const ZoomHistory: Story = {
  play: async ({ canvas }) => {
    const plot = await focusedPlot(canvas)
    const figure = plot.closest('figure') as HTMLElement
    await userEvent.keyboard('{Home}{+}')
    await userEvent.click(await canvas.findByRole('button', { name: 'Reset zoom' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Zoom back' }))
    await waitFor(() => expect(labelsAlong(figure, 'x')).not.toContain('600'))
    await expect(canvas.getByRole('button', { name: 'Zoom forward' })).not.toHaveAttribute(
      'aria-disabled',
      'true',
    )
    await expect(canvas.getByText(/of 2.400 points/)).not.toHaveTextContent('Showing 2')
  },
}

export const ZoomHistoryRightToLeft: Story = { ...ZoomHistory, decorators: rightToLeft }

export const ZoomHistoryNarrow: Story = { ...ZoomHistory, decorators: inColumn(320) }

/** Along both axes. */
export const ZoomedValues: Story = {
  play: async ({ canvas }) => {
    const plot = await focusedPlot(canvas)
    const figure = plot.closest('figure') as HTMLElement
    const before = labelsAlong(figure, 'y')
    await userEvent.keyboard('{End}{+}yy')
    await waitFor(() => expect(labelsAlong(figure, 'y')).not.toEqual(before))
    await expect(pixelsOfRun(figure, first)).toBeGreaterThan(20)
  },
}

export const PinnedCursor: Story = {
  play: async ({ canvas }) => {
    const plot = await focusedPlot(canvas)
    const figure = plot.closest('figure') as HTMLElement
    await userEvent.keyboard('{Home}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Enter}')
    await waitFor(() => expect(partIn(figure, 'crosshair')).toHaveAttribute('data-pinned'))
    plot.blur()
    await expect(partIn(figure, 'tooltip')).toBeVisible()
    await expect(partIn(figure, 'head')).toHaveTextContent('step 20')
    const rows = figure.querySelectorAll('[data-row]:not([hidden])')
    await expect(rows).toHaveLength(4)
  },
}

export const PinnedCursorDark: Story = { ...PinnedCursor, parameters: dark }

/** The tooltip stays within the column. */
export const PinnedCursorNarrow: Story = {
  decorators: inColumn(320),
  play: async (context) => {
    await PinnedCursor.play?.(context)
    const figure = await drawnChart(context.canvas)
    const box = partIn(figure, 'tooltip').getBoundingClientRect()
    await expect(box.right).toBeLessThanOrEqual(figure.getBoundingClientRect().right)
    await expect(box.left).toBeGreaterThanOrEqual(figure.getBoundingClientRect().left)
  },
}

export const DataTable: Story = {
  play: async ({ canvas }) => {
    await drawnChart(canvas)
    await userEvent.click(canvas.getByText('Data table'))
    const table = within(await canvas.findByRole('table'))
    await expect(table.getByRole('columnheader', { name: first })).toBeVisible()
    await expect(canvas.getByText('100 of 600 rows')).toBeVisible()
    await expect(table.getAllByRole('row')).toHaveLength(101)
  },
}

export const DataTableDark: Story = { ...DataTable, parameters: dark }

export const DataTableNarrow: Story = { ...DataTable, decorators: inColumn(320) }
