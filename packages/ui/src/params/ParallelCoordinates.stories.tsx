import { defineRun } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { ParallelCoordinates } from './ParallelCoordinates.tsx'
import { runsOf, sweep } from './testdata/sweep.ts'

const runs = sweep(24)

const meta = {
  title: 'Params/ParallelCoordinates',
  component: ParallelCoordinates,
  args: { runs },
} satisfies Meta<typeof ParallelCoordinates>

export default meta
type Story = StoryObj<typeof meta>

export const Several: Story = {
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole('figure', { name: 'Parameters and eval loss of each run' }),
    ).toBeVisible()
    await expect(canvas.getByText('24 runs shown')).toBeVisible()
  },
}

export const WithRanges: Story = {
  args: {
    defaultRanges: [
      { axis: 'objective', low: 0.2, high: 0.3 },
      { axis: 'param:optimizer', low: 0, high: 1 },
    ],
  },
}

export const Highlighted: Story = { args: { highlightedRunId: 'run-0007' } }

/** Two thousand lines over ten axes, painted a little at a time. */
export const TwoThousand: Story = {
  args: {
    runs: sweep(2000),
    defaultAxes: [
      'param:learning_rate',
      'param:batch_size',
      'param:optimizer',
      'param:warmup_ratio',
      'param:weight_decay',
      'param:lora.r',
      'param:seed',
      'gpu-hours',
      'objective',
    ],
  },
}

export const Maximise: Story = { args: { objective: { metric: 'eval/accuracy', goal: 'max' } } }

export const ManyCategories: Story = {
  args: {
    runs: sweep(60, (index) => ({ params: { data: `corpus-${index % 53}`, n: index % 7 } })),
  },
}

/** Lines with gaps, where a run does not have a parameter. */
export const LeftOut: Story = {
  args: {
    runs: [
      ...runs.slice(0, 6),
      ...runsOf([
        [{ batch_size: 8 }, 0.3],
        [{ learning_rate: 1e-4, optimizer: 'lion' }, 0.26],
        [{ learning_rate: NaN, batch_size: 64 }, 0.4],
        [{ batch_size: 64 }, null],
      ]),
      defineRun({ id: 'live', status: 'running' }),
    ],
  },
}

export const One: Story = {
  args: { runs: sweep(1), defaultAxes: ['param:learning_rate', 'gpu-hours', 'objective'] },
}

export const AllEqual: Story = {
  args: {
    defaultAxes: ['param:lr', 'objective'],
    runs: runsOf([
      [{ lr: 3e-4 }, 0.25],
      [{ lr: 3e-4 }, 0.25],
    ]),
  },
}

export const OneAxis: Story = { args: { defaultAxes: ['objective'] } }

export const NoAxes: Story = { args: { defaultAxes: [] } }

export const Loading: Story = { args: { runs: null } }

export const NoRuns: Story = { args: { runs: [] } }

export const NoneCompleted: Story = { args: { runs: [defineRun({ id: 'a', status: 'running' })] } }

export const NoObjective: Story = { args: { runs: runsOf([[{ lr: 1 }, null]]) } }

export const NaughtyNames: Story = {
  args: {
    runs: naughtyStrings.map((name, index) =>
      defineRun({
        id: `run ${index}`,
        name,
        status: 'completed',
        params: { [`${'very_'.repeat(30)}long`]: index, text: name },
        metrics: { 'eval/loss': 0.2 + index / 100 },
      }),
    ),
  },
}

export const Dark: Story = { parameters: dark }

export const Narrow: Story = {
  decorators: inColumn(320),
}

export const RightToLeft: Story = {
  decorators: rightToLeft,
}
