import { memorySource } from '@runoff/sources/memory'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import { germanMessages } from '../messages/de/index.ts'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { dark } from '../testdata/storyPlaces.tsx'
import { divergedRun } from '../testdata/storySources.ts'
import { ComparisonDialog } from './ComparisonDialog.tsx'
import { fiveRuns, generatedRun, mixedRuns } from './testdata/generatedRuns.ts'
import { brokenSource, silentSource, slowSource, sourceWithBadRun } from './testdata/sources.ts'
import { startTraining } from './testdata/training.ts'

const runIds = fiveRuns.slice(0, 3).map((run) => String(run.id))

const meta = {
  title: 'Comparison/ComparisonDialog',
  component: ComparisonDialog,
  args: { source: memorySource({ runs: mixedRuns }), runIds, open: true, onOpenChange: fn() },
  // It lies over the whole page: on a page of docs it needs a frame of its own.
  parameters: { docs: { story: { inline: false, height: '640px' } } },
} satisfies Meta<typeof ComparisonDialog>

export default meta
type Story = StoryObj<typeof meta>
type Play = NonNullable<Story['play']>

const patient = { timeout: 10_000 }
const findDialog = async (name = 'Run comparison'): Promise<ReturnType<typeof within>> =>
  within(await screen.findByRole('dialog', { name }, patient))

const drawn: Play = async () => {
  const dialog = await findDialog()
  await dialog.findByRole('figure', { name: 'Loss' }, patient)
  await expect(dialog.getByRole('table', { name: 'Summary' })).toBeVisible()
}

export const Open: Story = {
  play: async (context) => {
    await drawn(context)
    const dialog = await findDialog()
    await expect(dialog.getByRole('region', { name: 'Recommendation' })).toHaveTextContent(
      /lr-3e-4 \/ seed 1/,
    )
  },
}

export const Dark: Story = { parameters: dark, play: drawn }

export const Closed: Story = {
  args: { open: false },
  play: async () => {
    await expect(screen.queryByRole('dialog')).toBeNull()
  },
}

export const OneRun: Story = { args: { runIds: runIds.slice(0, 1) }, play: drawn }

/** As many as somebody may hand over: there is no limit here but that of the eye. */
export const ManyRuns: Story = {
  args: {
    source: memorySource({
      runs: Array.from({ length: 20 }, (_, place) =>
        generatedRun({
          name: `sweep-${place}`,
          seed: place,
          peakLearningRate: 3e-4,
          floor: 0.22 + ((place * 7) % 20) / 100,
        }),
      ),
    }),
    runIds: Array.from({ length: 20 }, (_, place) => `sweep-${place}`),
  },
  play: drawn,
}

export const NoRun: Story = {
  args: { runIds: [] },
  play: async () => {
    const dialog = await findDialog()
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeVisible()
  },
}

export const Loading: Story = {
  args: { source: silentSource },
  play: async () => {
    const dialog = await findDialog()
    await expect((await dialog.findAllByText('Loading runs')).length).toBeGreaterThan(0)
  },
}

export const LoadingCurves: Story = { args: { source: slowSource } }

export const Failed: Story = {
  args: { source: brokenSource },
  play: async () => {
    const dialog = await findDialog()
    await expect(await dialog.findByRole('alert', {}, patient)).toHaveTextContent(
      /^The runs could not be loaded\. .* has no experiment 7\. Check the number\./,
    )
    await expect(dialog.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const OneRunUnreadable: Story = {
  args: { source: sourceWithBadRun('lr-3e-4 / seed 2') },
  play: async () => {
    const dialog = await findDialog()
    await dialog.findByText(/^lr-3e-4 \/ seed 2 could not be read/, {}, patient)
    await expect(await dialog.findByRole('figure', { name: 'Loss' }, patient)).toBeVisible()
  },
}

/** A run that was asked for is not there; the others are compared. */
export const OneUnknown: Story = {
  args: { runIds: [...runIds.slice(0, 2), 'gone'] },
  play: async () => {
    const dialog = await findDialog()
    await expect(
      await dialog.findByText('1 run of the selection has not been found.', {}, patient),
    ).toBeVisible()
  },
}

export const Partial: Story = {
  args: { runIds: ['lr-3e-4 / seed 1', 'just started', 'from a notebook'] },
  play: async () => {
    const dialog = await findDialog()
    await expect(
      await dialog.findByText('No metrics were logged by from a notebook.', {}, patient),
    ).toBeVisible()
  },
}

export const Live: Story = {
  args: { source: startTraining().source, runIds: ['lr-3e-4', 'lr-1e-4'] },
  play: async () => {
    const dialog = await findDialog()
    await expect(await dialog.findByText(/1 still running/, {}, patient)).toBeVisible()
  },
}

/** Whoever asks for a run by its id gets it, archived or not. */
export const Archived: Story = {
  args: {
    source: memorySource({ runs: fiveRuns.map((run) => ({ ...run, archived: true })) }),
  },
  play: drawn,
}

export const NotANumber: Story = {
  args: {
    source: memorySource({ runs: [...fiveRuns.slice(0, 1), divergedRun('diverged')] }),
    runIds: ['lr-3e-4 / seed 1', 'diverged'],
  },
  play: async () => {
    const dialog = await findDialog()
    await expect(
      await dialog.findByText('diverged: eval loss ended in NaN.', {}, patient),
    ).toBeVisible()
  },
}

const named = (names: readonly string[]): Story['args'] => ({
  source: memorySource({
    runs: names.map((name, place) => ({
      ...generatedRun({ name, seed: place, peakLearningRate: 3e-4, floor: 0.24 + place / 50 }),
      id: `run ${place}`,
    })),
  }),
  runIds: names.map((_, place) => `run ${place}`),
})

const fits: Play = async (context) => {
  await drawn(context)
  const body = document.querySelector('.runoff-dialog-body')
  await waitFor(() => expect(body?.scrollWidth).toBeLessThanOrEqual(body?.clientWidth ?? 0))
}

export const LongNames: Story = { args: named(longNames) ?? {}, play: fits }

export const RightToLeftNames: Story = { args: named(rightToLeftNames) ?? {}, play: fits }

/** As wide as the column of a phone. */
export const Narrow: Story = { args: { style: { inlineSize: 340 } }, play: fits }

export const German: Story = {
  args: { messages: germanMessages, lang: 'de' },
  play: async () => {
    const dialog = await findDialog(germanMessages.comparison.comparison)
    await expect(await dialog.findByRole('region', { name: 'Empfehlung' }, patient)).toBeVisible()
    await expect(
      dialog.getByRole('button', { name: germanMessages.comparison.closeDialog }),
    ).toBeVisible()
  },
}
