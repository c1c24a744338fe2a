import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { ParamImportance } from './ParamImportance.tsx'
import { effectOf, everyEffect, importanceOf } from './testdata/importances.ts'

const several = importanceOf(everyEffect, { groups: [['batch_size', 'steps']] })

const meta: Meta<typeof ParamImportance> = {
  title: 'Params/ParamImportance',
  component: ParamImportance,
  args: { importance: several },
}

export default meta
type Story = StoryObj<typeof ParamImportance>

/** Rising, falling, not monotone, different, none detected, varied together, and not tested. */
export const EveryFinding: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('figure', { name: 'Parameters and eval loss' })).toBeVisible()
    await expect(
      canvas.getByText(/rho 0\.71, p = 0\.0030 after correction for 11 tests/),
    ).toBeVisible()
  },
}

export const Shares: Story = {
  args: {
    importance: importanceOf(everyEffect, {
      runs: 64,
      shares: { kind: 'defined', quantile: 0.1 },
    }),
    defaultMeasure: 'share',
  },
}

export const Maximise: Story = {
  args: {
    importance: importanceOf(everyEffect, { objective: { metric: 'eval/accuracy', goal: 'max' } }),
  },
}

export const NothingDetected: Story = {
  args: { importance: importanceOf(['a', 'b', 'c'].map((name) => effectOf(name))) },
}

export const One: Story = { args: { importance: importanceOf(everyEffect.slice(0, 1)) } }

export const ManyParameters: Story = {
  args: {
    importance: importanceOf([
      ...everyEffect,
      ...Array.from({ length: 43 }, (_, i) => effectOf(`option_${i}`, { rho: 0.4 - i / 110 })),
    ]),
  },
}

export const Choosing: Story = {
  args: { param: 'learning_rate', onParamChange: () => {} },
}

export const TooFewRuns: Story = {
  args: { importance: { kind: 'undefined', reason: 'too-few-runs', runs: 6, needed: 10 } },
}

export const NoParameters: Story = {
  args: { importance: { kind: 'undefined', reason: 'no-params', runs: 12, needed: 10 } },
}

export const AllEqual: Story = {
  args: { importance: { kind: 'undefined', reason: 'no-variance', runs: 12, needed: 10 } },
}

export const Working: Story = { args: { importance: null, progress: 0.37 } }

/** The last answer stays until the next is there. */
export const WorkingAgain: Story = { args: { progress: 0.8 } }

export const NaughtyNames: Story = {
  args: {
    importance: importanceOf(
      naughtyStrings.map((name, i) => effectOf(`${name}${i === 3 ? '_long'.repeat(40) : ''}`)),
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
