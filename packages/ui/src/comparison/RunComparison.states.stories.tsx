import type { Meta, StoryObj } from '@storybook/react-vite'
import { memorySource, type MemoryRun } from '@runoff/sources/memory'
import { expect, waitFor, within } from 'storybook/test'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { divergedRun, staleSource } from '../testdata/storySources.ts'
import { RunComparison } from './RunComparison.tsx'
import { fiveRuns, generatedRun, mixedRuns } from './testdata/generatedRuns.ts'
import { startTraining } from './testdata/training.ts'

const meta = {
  title: 'Comparison/RunComparison states',
  component: RunComparison,
  args: { source: memorySource({ runs: mixedRuns }) },
} satisfies Meta<typeof RunComparison>

export default meta
type Story = StoryObj<typeof meta>

const patient = { timeout: 10_000 }
const named = (names: readonly string[]): readonly MemoryRun[] =>
  names.map((name, place) => ({
    ...generatedRun({ name, seed: place + 1, peakLearningRate: 3e-4, floor: 0.24 + place / 50 }),
    id: `run ${place}`,
  }))
const idsOf = (runs: readonly MemoryRun[]): readonly string[] => runs.map(({ id }) => String(id))

export const OneRun: Story = {
  args: { source: memorySource({ runs: fiveRuns.slice(0, 1) }) },
  play: async ({ canvas }) => {
    const answer = await canvas.findByRole('region', { name: 'Recommendation' })
    await waitFor(() => expect(answer).toHaveTextContent(/it is the only run to judge/), patient)
    await expect(await canvas.findByRole('figure', { name: 'Loss' }, patient)).toBeVisible()
  },
}

/** More than are listed at first; the best ones are shown until somebody selects. */
export const ManyRuns: Story = {
  args: {
    source: memorySource({
      runs: Array.from({ length: 80 }, (_, place) =>
        generatedRun({
          name: `sweep-${place}`,
          seed: place,
          peakLearningRate: 3e-4,
          floor: 0.22 + ((place * 37) % 80) / 200,
          steps: 400,
          run: { status: 'completed', totalSteps: 400 },
        }),
      ),
    }),
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('button', { name: 'Show all 80 runs' }, patient),
    ).toBeVisible()
    await canvas.findByRole('figure', { name: 'Loss' }, patient)
  },
}

/** What was read stays, and the list says that it is no longer up to date. */
export const Stale: Story = {
  args: { source: staleSource(fiveRuns) },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('The list could not be brought up to date.', {}, patient),
    ).toBeVisible()
    await expect(canvas.getByText('The network is down.')).toBeVisible()
    const list = within(canvas.getByRole('region', { name: 'Runs' }))
    await expect(list.getByRole('row', { name: /^lr-3e-4 \/ seed 1/ })).toBeVisible()
  },
}

export const Live: Story = {
  args: {
    source: startTraining().source,
    defaultView: { selectedIds: ['lr-3e-4', 'lr-1e-4'] },
  },
  play: async ({ canvas }) => {
    const list = within(await canvas.findByRole('region', { name: 'Runs' }))
    const row = await list.findByRole('row', { name: /^lr-1e-4 / }, patient)
    await expect(within(row).getByText('Step 600 of 2000')).toBeVisible()
    await expect(await canvas.findByText(/1 still running/, {}, patient)).toBeVisible()
  },
}

export const Archived: Story = {
  args: {
    source: memorySource({
      runs: fiveRuns.map((run, place) => (place > 2 ? { ...run, archived: true } : run)),
    }),
    defaultView: { picker: { showArchived: true }, selectedIds: idsOf(fiveRuns.slice(1)) },
  },
  play: async ({ canvas }) => {
    const list = await canvas.findByRole('region', { name: 'Runs' })
    await expect(await within(list).findAllByText('Archived', {}, patient)).toHaveLength(2)
    await canvas.findByRole('figure', { name: 'Loss' }, patient)
  },
}

export const NotANumber: Story = {
  args: {
    source: memorySource({ runs: [...fiveRuns.slice(0, 2), divergedRun('diverged')] }),
    defaultView: { selectedIds: [...idsOf(fiveRuns.slice(0, 2)), 'diverged'] },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('diverged: eval loss ended in NaN.', {}, patient),
    ).toBeVisible()
  },
}

/** What is cut is said in full where it is pointed at; nothing is pushed out of its place. */
export const LongNames: Story = {
  args: {
    source: memorySource({ runs: named(longNames) }),
    defaultView: { selectedIds: ['run 0', 'run 1', 'run 2'] },
  },
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByRole('figure', { name: 'Loss' }, patient)
    const page = canvasElement.querySelector('.runoff-comparison')
    await expect(page?.scrollWidth).toBeLessThanOrEqual(page?.clientWidth ?? 0)
    await expect(canvas.getAllByTitle(longNames[0] ?? '').length).toBeGreaterThan(0)
  },
}

export const RightToLeftNames: Story = {
  args: {
    source: memorySource({ runs: named(rightToLeftNames) }),
    defaultView: { selectedIds: ['run 0', 'run 1', 'run 2'] },
  },
  play: async ({ canvas }) => {
    await canvas.findByRole('figure', { name: 'Loss' }, patient)
    const [name] = canvas.getAllByText('warmup ثم cosine')
    await expect(name?.closest('bdi')).not.toBeNull()
  },
}
