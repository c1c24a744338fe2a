import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { CostChart, type CostChartProps } from './CostChart.tsx'
import { costOf, runNamed, sweep, sweepContenders } from './testdata/cost.ts'

const args: CostChartProps = { comparison: sweep, contenders: sweepContenders }

const meta = {
  title: 'Evidence/CostChart',
  component: CostChart,
  args,
} satisfies Meta<typeof CostChart>

export default meta
type Story = StoryObj<typeof meta>

export const Several: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('figure', { name: 'Cost and quality' })).toBeVisible()
    await expect(canvas.getByText(/Same quality, 3\.1× cheaper/)).toBeVisible()
  },
}

export const Price: Story = { args: { unit: 'price', currency: 'EUR' } }

export const WithoutPrices: Story = {
  args: { comparison: costOf([{ name: 'a', value: 1, gpuHours: 2 }]), unit: 'price' },
}

export const One: Story = {
  args: { comparison: costOf([{ name: 'only one', value: 0.25, gpuHours: 3 }]), contenders: [] },
}

/** Costs over more than two decades lie along their logarithm. */
export const Many: Story = {
  args: {
    comparison: costOf(
      Array.from({ length: 300 }, (_, place) => {
        const gpuHours = 0.1 * 1.03 ** place
        const value = 0.2 + 0.5 / (1 + gpuHours) + ((place * 37) % 29) / 100
        return {
          name: `run ${place}`,
          value,
          gpuHours,
          ...(place % 29 === 0 ? {} : { dominatedBy: `run ${place - (place % 29)}` }),
        }
      }),
    ),
    contenders: [],
  },
}

export const Maximise: Story = {
  args: {
    comparison: costOf(
      [
        { name: 'small', value: 0.71, gpuHours: 2 },
        { name: 'large', value: 0.93, gpuHours: 20 },
        { name: 'odd', value: 0.64, gpuHours: 12, dominatedBy: 'small' },
      ],
      { objective: { metric: 'eval/accuracy', goal: 'max' } },
    ),
    contenders: [],
  },
}

export const Cheapest: Story = {
  args: {
    comparison: {
      ...sweep,
      cheapestContender: {
        run: runNamed('full fine-tune'),
        than: runNamed('full fine-tune'),
        timesCheaper: 1,
      },
    },
  },
}

export const NoCost: Story = { args: { comparison: { kind: 'undefined', reason: 'no-cost' } } }

export const Empty: Story = { args: { comparison: costOf([]) } }

export const NaughtyNames: Story = {
  args: {
    comparison: costOf(
      naughtyStrings.slice(0, 40).map((name, place) => ({
        name: name.trim() === '' ? `blank ${place}` : name,
        value: 1 - place / 50,
        gpuHours: place + 1,
      })),
    ),
    contenders: [],
  },
}

export const Dark: Story = { parameters: dark }

export const Narrow: Story = {
  decorators: inColumn(320),
}

export const RightToLeft: Story = {
  decorators: rightToLeft,
}
