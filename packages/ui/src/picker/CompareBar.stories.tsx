import { useRunSelection } from '@runoff/react'
import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType, ReactNode } from 'react'
import { expect, fn, userEvent } from 'storybook/test'
import { dark } from '../testdata/storyPlaces.tsx'
import { CompareBar, type CompareBarProps } from './CompareBar.tsx'
import { manyRuns, runWithLoss, weekOfRuns } from './testdata/runs.ts'

interface BarStoryProps extends Pick<CompareBarProps, 'runs' | 'onCompare' | 'children'> {
  readonly selectedIds: readonly string[]
}

function BarStory({ selectedIds, ...props }: BarStoryProps): ReactNode {
  const options = { defaultSelectedIds: selectedIds, maxSelected: Infinity }
  return <CompareBar {...props} selection={useRunSelection(options)} />
}

const meta = {
  title: 'Picker/CompareBar',
  // What a page adds to its props, the stories add.
  component: CompareBar as ComponentType<unknown> as ComponentType<BarStoryProps>,
  render: (args) => <BarStory {...args} />,
  args: {
    runs: weekOfRuns,
    selectedIds: weekOfRuns.slice(0, 3).map((run) => run.id),
    onCompare: fn(),
  },
} satisfies Meta<BarStoryProps>

export default meta
type Story = StoryObj<typeof meta>

export const ThreeRuns: Story = {
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Remove lr-3e-4 / seed 2' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Compare selected (2)' }))
    await expect(args.onCompare).toHaveBeenCalledWith(['lr-3e-4 / seed 1', 'lr-1e-4 / seed 1'])
  },
}

export const OneRun: Story = {
  args: { selectedIds: ['dpo-beta-0.1'] },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
    await expect(canvas.getByRole('status')).toHaveTextContent('1 run selected')
  },
}

export const ManyRuns: Story = {
  args: { runs: manyRuns(60), selectedIds: manyRuns(60).map((run) => run.id) },
}

export const LongNames: Story = {
  args: {
    runs: [
      runWithLoss('a', 0.2, { name: 'llama-3.1-8b-instruct-sft-lr-3e-4-warmup-100-seed-1' }),
      runWithLoss('b', 0.3, { name: 'אימון עם שם ארוך מאוד שלא נגמר אף פעם' }),
    ],
    selectedIds: ['a', 'b'],
  },
}

export const WithAnotherAction: Story = {
  args: { children: <button type="button">Archive</button> },
}

export const Dark: Story = { parameters: dark }
