import type { Meta, StoryObj } from '@storybook/react-vite'
import { memorySource } from '@runoff/sources/memory'
import { expect, fn, userEvent, waitFor, within } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { dark, inColumn } from '../testdata/storyPlaces.tsx'
import { RunComparison } from './RunComparison.tsx'
import { fiveRuns, generatedRun, mixedRuns } from './testdata/generatedRuns.ts'
import {
  brokenSource,
  silentSource,
  slowSource,
  sourceWithBadRun,
  sourceWithNotices,
} from './testdata/sources.ts'
import { clearSweep, closeSweep } from './testdata/sweeps.ts'

const meta = {
  title: 'Comparison/RunComparison',
  component: RunComparison,
  args: { source: memorySource({ runs: mixedRuns }), onOpenRun: fn() },
} satisfies Meta<typeof RunComparison>

export default meta
type Story = StoryObj<typeof meta>

const fiveSelected = { selectedIds: fiveRuns.map((run) => String(run.id)) }

export const NothingSelected: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/judged; left out/)).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Recommendation' })).toHaveTextContent(
      /lr-3e-4 \/ seed 1/,
    )
    await expect(
      canvas.getByText('Nothing selected: showing the 5 runs with the lowest eval loss.'),
    ).toBeVisible()
  },
}

export const FiveSelected: Story = {
  args: { defaultView: fiveSelected },
  play: async ({ canvas }) => {
    const chart = await canvas.findByRole('figure', { name: 'Loss' })
    await expect(within(chart).getByText('Data table')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Compare selected (5)' })).toBeVisible()
    await expect(
      within(canvas.getByRole('table', { name: 'Summary' })).getAllByRole('row'),
    ).toHaveLength(6)
  },
}

export const Dark: Story = { args: FiveSelected.args ?? {}, parameters: dark }

/** In a page that is light, by attribute. */
export const DarkByAttribute: Story = {
  args: FiveSelected.args ?? {},
  render: (args) => <RunComparison {...args} data-theme="dark" />,
}

export const Narrow: Story = {
  args: FiveSelected.args ?? {},
  decorators: inColumn(360),
  play: async ({ canvasElement }) => {
    const box = canvasElement.querySelector('.runoff-comparison')
    await waitFor(() => expect(box?.scrollWidth).toBeLessThanOrEqual(360))
  },
}

export const OneSelected: Story = { args: { defaultView: { selectedIds: ['lr-1e-4 / seed 1'] } } }

export const Partial: Story = {
  args: {
    defaultView: {
      selectedIds: ['lr-3e-4 / seed 1', 'lr-3e-3 / seed 1', 'just started', 'from a notebook'],
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('1 of 4 runs has no eval loss yet.')).toBeVisible()
    await expect(canvas.getByText('No metrics were logged by from a notebook.')).toBeVisible()
    await expect(canvas.getByText('lr-3e-3 / seed 1: stopped at step 812 of 2 000.')).toBeVisible()
  },
}

export const NoMetrics: Story = {
  args: { source: memorySource({ runs: [{ id: 'old one' }, { id: 'older' }] }) },
}

export const Empty: Story = {
  args: { source: memorySource({ runs: [] }) },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('No runs yet')).toBeVisible()
  },
}

export const Loading: Story = { args: { source: silentSource } }

export const LoadingCurves: Story = { args: { source: slowSource } }

export const Failed: Story = {
  args: { source: brokenSource },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/has no experiment 7/)).toBeVisible()
  },
}

export const OneRunUnreadable: Story = {
  args: { source: sourceWithBadRun('lr-3e-4 / seed 2'), defaultView: fiveSelected },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText(
        'lr-3e-4 / seed 2 could not be read: trainer_state.json ends in the middle of line 812.',
      ),
    ).toBeVisible()
    await expect(canvas.getByRole('figure', { name: 'Loss' })).toBeVisible()
  },
}

export const WithNotices: Story = {
  args: { source: sourceWithNotices() },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByText('2 notices about the data'))
    await expect(
      canvas.getByText('A folder without logs was left out: <b>tmp</b>\\u202E.'),
    ).toBeVisible()
  },
}

export const OtherObjective: Story = {
  args: { objective: { metric: 'train/samples_per_second', goal: 'max' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/for now: highest samples per second/)).toBeVisible()
  },
}

export const NaughtyNames: Story = {
  args: {
    source: memorySource({
      runs: naughtyStrings.map((name, index) => ({
        ...generatedRun({ name, seed: index, peakLearningRate: 1e-4, floor: 0.2 + index / 100 }),
        id: `run ${index}`,
        model: name,
        dataset: name,
      })),
    }),
    defaultView: { selectedIds: ['run 36', 'run 42', 'run 53', 'run 60', 'run 17'] },
  },
}

/** What is computed in idle slices comes later where a machine has much else to do. */
const patient = { timeout: 15_000 }

/** With a live run that could be stopped and one that should go on. */
export const ClearWinnerOpen: Story = {
  args: { source: memorySource({ runs: clearSweep }) },
  play: async ({ canvas }) => {
    await openFolds(canvas)
    await expect(
      await canvas.findByText('1 of 2 live runs could be stopped.', {}, patient),
    ).toBeVisible()
    await expect(
      await canvas.findByRole('table', { name: 'Pairs of configurations' }, patient),
    ).toBeVisible()
    await expect(canvas.getByRole('figure', { name: 'Cost and quality' })).toBeVisible()
  },
}

export const ContendersOpen: Story = {
  args: { source: memorySource({ runs: closeSweep }) },
  play: async ({ canvas }) => {
    await openFolds(canvas)
    await expect(await canvas.findByText(/Same quality, 4\.0× cheaper/, {}, patient)).toBeVisible()
    await expect(canvas.getByText('Contenders (2)')).toBeVisible()
  },
}

export const ContendersOpenDark: Story = { ...ContendersOpen, parameters: dark }

export const Translated: Story = {
  args: {
    defaultView: fiveSelected,
    messages: {
      comparison: { curves: 'Verläufe' },
      recommendation: { region: 'Empfehlung', details: 'Warum, und wie sicher' },
      table: { summary: 'Übersicht' },
    },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Verläufe' })).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Empfehlung' })).toBeVisible()
    await expect(canvas.getByRole('table', { name: 'Übersicht' })).toBeVisible()
  },
}

async function openFolds(canvas: ReturnType<typeof within>): Promise<void> {
  for (const name of ['Why, and how sure', 'Evidence', 'Hyperparameters']) {
    await userEvent.click(await canvas.findByRole('heading', { name }))
  }
}
