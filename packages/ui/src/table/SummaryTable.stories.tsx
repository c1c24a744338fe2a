import { defineRun, type RunInput } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
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
  parameters: { theme: 'dark' },
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
    runs: naughtyStrings.map((name, index) =>
      defineRun(fineTune(`run ${index}`, 0.2 + index / 100, { name, model: name, dataset: name })),
    ),
  },
}

export const Dark: Story = { args: Several.args ?? {}, parameters: { theme: 'dark' } }

export const Narrow: Story = {
  decorators: (Story) => (
    <div style={{ inlineSize: 360 }}>
      <Story />
    </div>
  ),
}

export const RightToLeft: Story = {
  decorators: (Story) => (
    <div dir="rtl">
      <Story />
    </div>
  ),
}
