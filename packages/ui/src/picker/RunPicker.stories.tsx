import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { expect, fn, userEvent, within } from 'storybook/test'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { RunPicker } from './RunPicker.tsx'
import { PickerPage, type PickerPageProps } from './testdata/PickerPage.tsx'
import { naughtyStrings } from './testdata/naughtyStrings.ts'
import { archivedRuns, manyRuns, runOf, runWithLoss, weekOfRuns } from './testdata/runs.ts'

const meta = {
  title: 'Picker/RunPicker',
  // What a page adds to its props, the stories add.
  component: RunPicker as ComponentType<unknown> as ComponentType<PickerPageProps>,
  render: (args) => <PickerPage {...args} />,
  args: { runs: weekOfRuns, onOpenRun: fn(), onCompare: fn() },
} satisfies Meta<PickerPageProps>

export default meta
type Story = StoryObj<typeof meta>

export const GroupedByModel: Story = {
  args: { recommendedId: 'lr-3e-4 / seed 1' },
  play: async ({ canvas }) => {
    const runs = within(canvas.getByRole('region', { name: 'Runs' }))
    await expect(runs.getByRole('heading', { level: 2 })).toHaveTextContent('Runs')
    const groups = runs.getAllByRole('heading', { level: 3 })
    await expect(groups.map((heading) => heading.textContent)).toEqual([
      'Qwen/Qwen2.5-7B-Instruct (5 runs)',
      'meta-llama/Llama-3.1-8B (2 runs)',
      'Unknown Model (1 run)',
    ])
    await expect(runs.getAllByText('Best')).toHaveLength(2)
    await expect(runs.getByText('15.2 % worse')).toHaveAttribute('data-severity', 'moderate')
  },
}

export const Ungrouped: Story = {
  args: { defaultView: { groupByModel: false, sortBy: 'best' } },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('Best')).toHaveLength(1)
    await expect(canvas.queryByRole('heading', { level: 3 })).toBeNull()
  },
}

export const OneRun: Story = { args: { runs: weekOfRuns.slice(0, 1) } }

export const OneSelected: Story = {
  args: { options: { defaultSelectedIds: ['lr-3e-4 / seed 1'] } },
}

export const AtTheLimit: Story = {
  args: { options: { defaultSelectedIds: weekOfRuns.slice(0, 5).map((run) => run.id) } },
  play: async ({ canvas }) => {
    const other = canvas.getByRole('checkbox', { name: 'Compare dpo-beta-0.1' })
    await expect(other).toBeDisabled()
    await expect(other).toHaveAccessibleDescription('At most 5 runs can be compared')
    await expect(canvas.getByRole('button', { name: 'Compare selected (5)' })).toBeVisible()
  },
}

export const ArchivedHidden: Story = {
  args: { runs: [...weekOfRuns, ...archivedRuns] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('2 archived hidden')).toBeVisible()
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Show archived' }))
    await expect(canvas.getByRole('row', { name: /^first try/ })).toBeVisible()
  },
}

export const Ties: Story = {
  args: { runs: [runWithLoss('a', 0.25), runWithLoss('b', 0.25), runWithLoss('c', 0.2501)] },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('Tied best')).toHaveLength(2)
    await expect(canvas.getByText('< 0.1 % worse')).toHaveAttribute('data-severity', 'none')
  },
}

export const OtherObjective: Story = {
  args: {
    objective: { metric: 'eval/accuracy', goal: 'max' },
    runs: [
      runOf('a', { metrics: { 'eval/accuracy': 0.91 } }),
      runOf('b', { metrics: { 'eval/accuracy': 0.62 } }),
      runWithLoss('c', 0.2),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Eval accuracy: 0.9100')).toBeVisible()
    await expect(canvas.getByText('No value of Eval accuracy')).toBeVisible()
    await expect(canvas.getByText('31.9 % worse')).toHaveAttribute('data-severity', 'severe')
  },
}

export const NotANumber: Story = {
  args: {
    runs: [
      runWithLoss('diverged', NaN),
      runWithLoss('exploded', Infinity),
      runOf('once good', { metrics: { 'eval/loss': { min: 2.778, last: NaN } } }),
      runOf('lost', { status: 'unknown', step: 300, totalSteps: 600 }),
    ],
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Loss: NaN')).toBeVisible()
    await expect(canvas.getByText('Loss: ∞')).toBeVisible()
    await expect(canvas.getByText('Loss: 2.778')).toBeVisible()
    await expect(canvas.getByText('ended in NaN')).toBeVisible()
    await expect(canvas.getByText('Step 300 of 600')).toBeVisible()
    await expect(canvas.getAllByText('Best')).toHaveLength(1)
  },
}

export const PartialAndNoMetrics: Story = {
  args: { runs: weekOfRuns.slice(3) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Stopped at step 812 of 2000')).toBeVisible()
    await expect(canvas.getByText('Step 812 of 2000')).toBeVisible()
    await expect(canvas.getByText('No metrics')).toBeVisible()
  },
}

export const Limited: Story = {
  args: { runs: manyRuns(120) },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('row')).toHaveLength(50)
    await expect(canvas.getByRole('button', { name: 'Show all 120 runs' })).toBeVisible()
  },
}

export const TenThousandRuns: Story = {
  tags: ['!autodocs'],
  args: { runs: manyRuns(10_000), defaultView: { showAll: true } },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('row').length).toBeLessThan(100)
  },
}

export const NaughtyNames: Story = {
  args: {
    runs: naughtyStrings.map((text, index) =>
      runWithLoss(`run ${index}`, 0.2 + index / 100, { name: text, model: text, dataset: text }),
    ),
    defaultView: { showAll: true },
    options: { defaultSelectedIds: ['run 36', 'run 42', 'run 60'] },
  },
}

export const LongNames: Story = {
  args: {
    runs: longNames.map((name, place) => runWithLoss(`run ${place}`, 0.2 + place / 50, { name })),
    options: { defaultSelectedIds: ['run 0', 'run 1'] },
  },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getAllByTitle(longNames[0] ?? '').length).toBeGreaterThan(0)
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(canvasElement.clientWidth)
  },
}

export const RightToLeftNames: Story = {
  args: {
    runs: rightToLeftNames.map((name, place) =>
      runWithLoss(`run ${place}`, 0.2 + place / 50, { name }),
    ),
    options: { defaultSelectedIds: ['run 0', 'run 2'] },
  },
  play: async ({ canvas }) => {
    for (const name of rightToLeftNames) {
      const [shown] = canvas.getAllByText(name)
      await expect(shown?.closest('bdi')).not.toBeNull()
    }
  },
}

export const SameNames: Story = {
  args: {
    runs: [
      runWithLoss('7f3a', 0.21, { name: 'sft' }),
      runWithLoss('91bc', 0.22, { name: 'sft' }),
      runWithLoss('c204', 0.23, { name: 'sft ' }),
    ],
    options: { defaultSelectedIds: ['7f3a', '91bc'] },
  },
}

export const WithActions: Story = {
  args: { children: (run) => <button type="button">Archive {run.name}</button> },
}

export const NamesOnly: Story = {
  render: () => <PickerPage />,
}

export const Narrow: Story = {
  args: { ...AtTheLimit.args, recommendedId: 'lr-3e-4 / seed 1' },
  decorators: inColumn(320),
}

export const Dark: Story = {
  args: { ...AtTheLimit.args, recommendedId: 'lr-3e-4 / seed 1' },
  parameters: dark,
}

export const RightToLeft: Story = {
  args: { ...AtTheLimit.args, recommendedId: 'lr-3e-4 / seed 1' },
  decorators: rightToLeft,
}
