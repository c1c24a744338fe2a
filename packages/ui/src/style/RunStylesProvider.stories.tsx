import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { MetricChart } from '../charts/MetricChart.tsx'
import { lossSeries, runNames, runsOf } from '../charts/testdata/chartData.ts'
import { drawnChart } from '../charts/testdata/storyChart.ts'
import { dark } from '../testdata/storyPlaces.tsx'
import { RunStylesProvider } from './RunStylesProvider.tsx'

function TwoCharts({ runIds }: { readonly runIds: readonly string[] }): ReactNode {
  const runs = runsOf(runIds)
  return (
    <>
      <MetricChart title="Eval loss" series={lossSeries(runIds)} runs={runs} />
      <MetricChart title="Train loss" series={lossSeries(runIds.slice(1))} runs={runs.slice(1)} />
    </>
  )
}

const meta = {
  title: 'Style/RunStylesProvider',
  component: RunStylesProvider,
  args: { runIds: runNames, children: <TwoCharts runIds={runNames} /> },
} satisfies Meta<typeof RunStylesProvider>

export default meta
type Story = StoryObj<typeof meta>

/** The colour that the legend of a chart gives a run. */
function colorIn(figure: HTMLElement, runId: string): string {
  const swatch = figure.querySelector(`[data-run="${CSS.escape(runId)}"] .runoff-chart-swatch`)
  if (swatch === null) throw new Error(`no entry of ${runId}`)
  return getComputedStyle(swatch).stroke
}

/** A run has one colour in every part, whichever runs stand beside it there. */
export const OneColourEverywhere: Story = {
  play: async ({ canvas }) => {
    const [first, second] = await Promise.all([
      drawnChart(canvas, 'Eval loss'),
      drawnChart(canvas, 'Train loss'),
    ])
    for (const runId of runNames.slice(1)) {
      await expect(colorIn(second, runId)).toBe(colorIn(first, runId))
    }
  },
}

function Deselecting(): ReactNode {
  const [runIds, setRunIds] = useState<readonly string[]>(runNames.slice(0, 4))
  return (
    <RunStylesProvider runIds={runIds}>
      <button type="button" onClick={() => setRunIds(runIds.slice(1))}>
        Leave the first run out
      </button>
      <MetricChart title="Eval loss" series={lossSeries(runIds)} runs={runsOf(runIds)} />
    </RunStylesProvider>
  )
}

/** Those that stay keep the colour that they had. */
export const KeepsColours: Story = {
  render: () => <Deselecting />,
  play: async ({ canvas }) => {
    const figure = await drawnChart(canvas)
    const colors = (): readonly string[] =>
      runNames.slice(1, 4).map((runId) => colorIn(figure, runId))
    const before = colors()
    await userEvent.click(canvas.getByRole('button', { name: 'Leave the first run out' }))
    await waitFor(() =>
      expect(canvas.queryByRole('button', { name: runNames[0] ?? '' })).toBeNull(),
    )
    await expect(colors()).toEqual(before)
  },
}

const many = Array.from({ length: 16 }, (_, place) => `sweep-${place + 1}`)

/** Past the colours that there are, lines are dashed. */
export const MoreRunsThanColours: Story = {
  args: {
    runIds: many,
    children: <MetricChart title="Eval loss" series={lossSeries(many)} runs={runsOf(many)} />,
  },
}

export const Dark: Story = { parameters: dark }
