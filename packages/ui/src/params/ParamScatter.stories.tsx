import { defineRun } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { RunStylesProvider } from '../style/RunStylesProvider.tsx'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { ParamScatter } from './ParamScatter.tsx'
import { runsOf, sweep } from './testdata/sweep.ts'

const runs = sweep(24)

const meta = {
  title: 'Params/ParamScatter',
  component: ParamScatter,
  args: { runs },
} satisfies Meta<typeof ParamScatter>

export default meta
type Story = StoryObj<typeof meta>

export const Logarithmic: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('figure', { name: 'Loss against learning_rate' })).toBeVisible()
    await expect(await canvas.findByText('learning_rate (log)')).toBeVisible()
  },
}

export const Linear: Story = { args: { defaultParam: 'warmup_ratio' } }

export const Categories: Story = { args: { defaultParam: 'optimizer' } }

/** With the colours and marks that the runs have in the other parts of a page. */
export const Coloured: Story = {
  args: { runs: sweep(8) },
  decorators: (Story) => (
    <RunStylesProvider runIds={sweep(8).map(({ id }) => id)}>
      <Story />
    </RunStylesProvider>
  ),
}

export const Maximise: Story = {
  args: { objective: { metric: 'eval/accuracy', goal: 'max' } },
}

export const Many: Story = { args: { runs: sweep(2000) } }

export const ManyCategories: Story = {
  args: {
    runs: sweep(60, (index) => ({ params: { dataset: `corpus-${index % 53}/v${index % 3}` } })),
  },
}

export const LeftOut: Story = {
  args: {
    defaultParam: 'learning_rate',
    runs: [
      ...runs,
      ...runsOf([
        [{ batch_size: 8 }, 0.3],
        [{ learning_rate: 1e-4 }, null],
        [{ learning_rate: NaN }, 0.4],
      ]),
      defineRun({ id: 'live', status: 'running', params: { learning_rate: 1e-3 } }),
    ],
  },
}

export const One: Story = { args: { runs: sweep(1), defaultParam: 'learning_rate' } }

export const AllEqual: Story = {
  args: {
    defaultParam: 'learning_rate',
    runs: runsOf([
      [{ learning_rate: 3e-4 }, 0.25],
      [{ learning_rate: 3e-4 }, 0.25],
      [{ learning_rate: 3e-4 }, 0.25],
    ]),
  },
}

export const Loading: Story = { args: { runs: null } }

export const NoRuns: Story = { args: { runs: [] } }

export const NoneCompleted: Story = {
  args: { runs: [defineRun({ id: 'a', status: 'running' }), defineRun({ id: 'b' })] },
}

export const NoObjective: Story = {
  args: {
    runs: runsOf([
      [{ lr: 1 }, null],
      [{ lr: 2 }, NaN],
    ]),
  },
}

export const NothingVaries: Story = {
  args: {
    runs: runsOf([
      [{ lr: 1 }, 0.2],
      [{ lr: 1 }, 0.3],
    ]),
  },
}

export const NaughtyNames: Story = {
  args: {
    runs: naughtyStrings.map((name, index) =>
      defineRun({
        id: `run ${index}`,
        name,
        status: 'completed',
        params: { [`${'very_'.repeat(30)}long.${name}`]: index, [name]: name },
        metrics: { 'eval/loss': 0.2 + index / 100 },
      }),
    ),
    defaultParam: naughtyStrings.at(-1),
  },
}

export const Dark: Story = { parameters: dark }

export const Narrow: Story = {
  args: { defaultParam: 'optimizer' },
  decorators: inColumn(320),
}

export const RightToLeft: Story = {
  decorators: rightToLeft,
}
