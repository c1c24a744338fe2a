import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { RunHistory } from './RunHistory.tsx'
import { manyPastRuns, pastRun, pastRuns } from './testdata/pastRuns.ts'

const meta = {
  title: 'History/RunHistory',
  component: RunHistory,
  args: { runs: pastRuns, onOpenRun: fn() },
} satisfies Meta<typeof RunHistory>

export default meta
type Story = StoryObj<typeof meta>

export const ThreeWeeks: Story = {
  play: async ({ canvas }) => {
    const figure = await canvas.findByRole('figure', { name: 'Best loss so far' })
    await expect(figure).toHaveAccessibleDescription(
      /improved 4 times, at last to 0.2345 by cosine/,
    )
  },
}

export const ManyRuns: Story = { args: { runs: manyPastRuns(400) } }

export const OneRun: Story = { args: { runs: [pastRun('only', 0, 0.3)] } }

export const Ties: Story = {
  args: { runs: [pastRun('a', 0, 0.3), pastRun('b', 1, 0.3), pastRun('c', 2, 0.3)] },
}

export const NotANumber: Story = {
  args: { runs: [...pastRuns.slice(0, 4), pastRun('diverged', 5, NaN)] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^1 run is left out/)).toBeVisible()
  },
}

export const LongNames: Story = {
  args: {
    runs: [...longNames, 'x'.repeat(400)].map((name, day) => pastRun(name, day, 0.4 - day / 20)),
  },
}

export const RightToLeftNames: Story = {
  args: {
    runs: [...rightToLeftNames, 'تجربة 1\u202e'].map((name, day) =>
      pastRun(name, day, 0.4 - day / 20),
    ),
  },
}

/** Runs that still go have no best value yet, and archived ones count as the others do. */
export const LiveAndArchived: Story = {
  args: {
    runs: [
      ...pastRuns.map((run) => ({ ...run, archived: true })),
      ...['a', 'b'].map((id) => ({ ...pastRun(id, 21, 0.1), status: 'running' as const })),
    ],
  },
  play: async ({ canvas }) => {
    const figure = await canvas.findByRole('figure', { name: 'Best loss so far' })
    await expect(figure).toHaveAccessibleDescription(/at last to 0.2345 by cosine/)
  },
}

export const OtherObjective: Story = {
  args: { objective: { metric: 'eval/loss', goal: 'max' } },
}

export const Empty: Story = {
  args: { runs: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^No completed run/)).toBeVisible()
  },
}

export const Loading: Story = { args: { runs: null } }

export const Dark: Story = { parameters: dark }

export const Narrow: Story = { decorators: inColumn(320) }

export const RightToLeft: Story = { decorators: rightToLeft }
