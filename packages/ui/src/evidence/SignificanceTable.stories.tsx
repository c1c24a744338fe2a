import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { SignificanceTable } from './SignificanceTable.tsx'
import { groupOf, pairOf, significanceOf, three, threePairs } from './testdata/significance.ts'

const meta = {
  title: 'Evidence/SignificanceTable',
  component: SignificanceTable,
  args: { significance: threePairs },
} satisfies Meta<typeof SignificanceTable>

export default meta
type Story = StoryObj<typeof meta>

export const Several: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('table', { name: 'Pairs of configurations' })).toBeVisible()
    await expect(canvas.getByText('strong (p = 0.0026)')).toBeVisible()
  },
}

/** The differences of sixty configurations: pages of pairs, and intervals of all widths. */
export const Many: Story = {
  args: {
    significance: significanceOf(
      Array.from({ length: 60 }, (_, place) =>
        groupOf({
          name: `sweep ${place}: lr ${(place + 1) / 1e5}, wd 0.${place % 4}`,
          mean: 0.231 + place * 0.0017,
          n: 2 + (place % 4),
        }),
      ),
    ),
  },
}

export const OneConfiguration: Story = {
  args: { significance: significanceOf(three.slice(0, 1)) },
}

export const SingleSeeds: Story = {
  args: {
    significance: significanceOf(
      [0.2345, 0.241, 0.27].map((mean, place) => groupOf({ name: `run ${place}`, mean, n: 1 })),
      { probabilityBest: null },
    ),
  },
}

/** Two configurations with seeds, and one without: it borrows the spread of the others. */
export const Mixed: Story = {
  args: {
    significance: significanceOf([
      ...three.slice(0, 2),
      groupOf({ name: 'tried once', mean: 0.53, n: 1 }),
    ]),
  },
}

/** One interval from two seeds is a hundred times as wide as the others: it ends in arrows. */
export const WideInterval: Story = {
  args: {
    significance: significanceOf([...three, groupOf({ name: 'lr-3e-3', mean: 0.56 })], {
      pairs: [...three.slice(1), groupOf({ name: 'lr-3e-3', mean: 0.56 })].map((b, place) =>
        pairOf(three[0] ?? b, b, place === 0 ? { interval: [-1.4, 1.41] } : {}),
      ),
    }),
  },
}

export const Empty: Story = { args: { significance: null } }

export const Working: Story = { args: { significance: null, progress: 0.42 } }

export const WorkingAgain: Story = { args: { progress: 0.42 } }

export const NotComparable: Story = {
  args: { significance: { kind: 'undefined', reason: 'not-comparable' } },
}

export const TooFewConfigurations: Story = {
  args: { significance: { kind: 'undefined', reason: 'too-few-groups' } },
}

export const NaughtyNames: Story = {
  args: {
    significance: significanceOf(
      naughtyStrings
        .slice(0, 70)
        .map((name, place) => ({ ...groupOf({ name, mean: 0.2 + place / 100 }), key: `${place}` })),
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
