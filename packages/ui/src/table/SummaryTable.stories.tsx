import { defineRun, type RunInput } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { SummaryTable } from './SummaryTable.tsx'

const fineTune = (id: string, evalLoss: number, input: RunInput = {}): RunInput => ({
  id,
  model: 'Qwen/Qwen2.5-7B-Instruct',
  dataset: 'alpaca-cleaned',
  status: 'completed',
  startedAtMs: 0,
  endedAtMs: evalLoss * 3e7,
  epoch: 3,
  totalEpochs: 3,
  params: { learning_rate: evalLoss / 1000, per_device_train_batch_size: 8 },
  metrics: {
    'eval/loss': { min: evalLoss, minStep: Math.round(evalLoss * 4000), last: evalLoss },
    'eval/perplexity': { min: Math.exp(evalLoss), last: Math.exp(evalLoss) },
    'train/loss': evalLoss * 0.8,
    'train/samples_per_second': 10 / evalLoss,
  },
  ...input,
})

const runs = [
  fineTune('lr-3e-4 / seed 1', 0.234512),
  fineTune('lr-3e-4 / seed 2', 0.2431),
  fineTune('lr-1e-4 / seed 1', 0.2701),
  fineTune('lr-1e-3 / seed 1', 0.612, { status: 'failed', epoch: 1.2 }),
].map(defineRun)

const meta = {
  title: 'Table/SummaryTable',
  component: SummaryTable,
  args: { runs },
} satisfies Meta<typeof SummaryTable>

export default meta
type Story = StoryObj<typeof meta>

export const Several: Story = {
  args: { highlightedRunId: 'lr-3e-4 / seed 2' },
  play: async ({ canvas }) => {
    const table = within(canvas.getByRole('table', { name: 'Summary' }))
    await expect(table.getByRole('columnheader', { name: 'Best eval loss' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    await expect(table.getByText('15.2 % worse')).toHaveAttribute('data-severity', 'moderate')
  },
}

/** The star, and a row that stands out without shouting. */
export const Recommended: Story = {
  args: { recommendedId: 'lr-3e-4 / seed 2' },
  play: async ({ canvas }) => {
    const table = within(canvas.getByRole('table', { name: 'Summary' }))
    await expect(
      table.getByRole('rowheader', { name: 'lr-3e-4 / seed 2 Recommended' }),
    ).toBeVisible()
  },
}

export const RecommendedInTheDark: Story = {
  args: Recommended.args ?? {},
  parameters: dark,
}

export const One: Story = { args: { runs: runs.slice(0, 1) } }

export const Empty: Story = { args: { runs: [] } }

export const MissingAndNotFinite: Story = {
  args: {
    runs: [
      defineRun({ id: 'nothing logged' }),
      defineRun({ id: 'diverged', metrics: { 'eval/loss': NaN, 'train/loss': Infinity } }),
      ...runs.slice(0, 2),
    ],
  },
}

/** The bests of a sample are bounds, and a last value is no best. */
export const OtherBases: Story = {
  args: {
    runs: [
      defineRun({ id: 'sampled', metrics: { 'eval/loss': { min: 0.21, basis: 'sampled' } } }),
      defineRun({ id: 'last only', metrics: { 'eval/loss': 0.22 } }),
      ...runs.slice(0, 2),
    ],
  },
}

export const Maximise: Story = {
  args: {
    objective: { metric: 'eval/accuracy', goal: 'max' },
    runs: [0.91, 0.62, 0.88].map((max, index) =>
      defineRun({
        id: `run ${index + 1}`,
        metrics: { 'eval/accuracy': { max }, 'eval/loss': 1 - max },
      }),
    ),
  },
}

export const NaughtyNames: Story = {
  args: {
    // The columns that show such names: with the others the accessibility check takes too long.
    defaultView: { columns: ['model', 'dataset', 'best'] },
    runs: naughtyStrings.map((name, index) =>
      defineRun(fineTune(`run ${index}`, 0.2 + index / 100, { name, model: name, dataset: name })),
    ),
  },
}

/** What is cut is said in full by a title, and the first column keeps its place. */
export const LongNames: Story = {
  args: {
    runs: longNames.map((name, place) => defineRun(fineTune(`run ${place}`, 0.24, { name }))),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByTitle(longNames[0] ?? '').length).toBeGreaterThan(0)
  },
}

export const RightToLeftNames: Story = {
  args: {
    runs: rightToLeftNames.map((name, place) =>
      defineRun(fineTune(`run ${place}`, 0.24, { name })),
    ),
  },
  play: async ({ canvas }) => {
    const [name] = canvas.getAllByText('warmup ثم cosine')
    await expect(name?.closest('bdi')).not.toBeNull()
  },
}

export const Dark: Story = { args: Several.args ?? {}, parameters: dark }

/** The name stays, the rest scrolls under it, and the controls take as many lines as they need. */
export const Narrow: Story = {
  args: { defaultView: { pinned: ['best'], baselineId: 'lr-3e-4 / seed 2' } },
  decorators: inColumn(320),
}

export const RightToLeft: Story = {
  args: { defaultView: { baselineId: 'lr-3e-4 / seed 2' } },
  decorators: rightToLeft,
}

/** Sorted by two columns, one pinned, one wider than its content, and those of the run itself. */
export const ChosenColumns: Story = {
  args: {
    defaultView: {
      columns: [
        'isBest',
        'best',
        'bestEpoch',
        'checkpoint',
        'runId',
        'metric:last:train/samples_per_second',
        'metric:atBest:eval/perplexity',
        'param:per_device_train_batch_size',
      ],
      pinned: ['best'],
      widths: [{ column: 'runId', widthPx: 240 }],
      sorting: [
        { column: 'epochs', isDescending: true },
        { column: 'best', isDescending: true },
      ],
    },
    runs: runs.map((run) => ({
      ...run,
      best: { step: 900, epoch: 2, checkpointPath: `/data/runs/${run.id}/out/checkpoint-900` },
    })),
  },
}

/** Every difference is taken from a run that someone chose. */
export const Baseline: Story = {
  args: { defaultView: { baselineId: 'lr-3e-4 / seed 2' } },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('3.5 % better').length).toBeGreaterThan(1)
  },
}

const seeds = ['lr-3e-4', 'lr-1e-4'].flatMap((group, place) =>
  [0, 1, 2].map((seed) =>
    defineRun(
      fineTune(`${group} / seed ${seed}`, 0.23 + place * 0.04 + seed * 0.003, {
        group,
        seed: String(seed),
        params: { learning_rate: place === 0 ? 3e-4 : 1e-4, seed },
      }),
    ),
  ),
)

/** Seeds of one configuration are one row, with their mean and spread. */
export const GroupedSeeds: Story = {
  args: { runs: seeds, defaultView: { isGrouped: true } },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Seeds of lr-3e-4' }))
    await expect(canvas.getByRole('rowheader', { name: 'lr-3e-4 / seed 0' })).toBeVisible()
  },
}

export const GroupedInTheDark: Story = { args: GroupedSeeds.args ?? {}, parameters: dark }

export const RunsAsColumns: Story = { args: { defaultView: { isTransposed: true } } }

/** Only what is in sight is drawn. */
export const AThousandRuns: Story = {
  args: {
    runs: Array.from({ length: 1000 }, (_, place) =>
      defineRun(fineTune(`run ${place}`, 0.2 + ((place * 7919) % 1000) / 1000)),
    ),
  },
}

/** So many runs do not stand side by side at once. */
export const AThousandColumns: Story = {
  args: { ...AThousandRuns.args, defaultView: { isTransposed: true, columns: ['best', 'gap'] } },
}

/** Values of runs that still go: neither the worst yet nor judged beside the best. */
export const Live: Story = {
  args: {
    runs: runs.map((run, place) =>
      place > 1 ? { ...run, status: 'running', endedAtMs: null } : run,
    ),
  },
}

/** The panel that chooses columns. */
export const ColumnChooser: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Columns' }))
    const page = within(document.body)
    await expect(await page.findByRole('searchbox', { name: 'Search columns' })).toBeVisible()
  },
}

export const ColumnChooserInTheDark: Story = {
  parameters: dark,
  play: ColumnChooser.play ?? (() => undefined),
}
