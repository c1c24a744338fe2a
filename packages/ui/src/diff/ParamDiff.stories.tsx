import { defineRun, type Run } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { ParamDiff } from './ParamDiff.tsx'
import { fineTunes } from './testdata/fineTunes.ts'

const meta = {
  title: 'Diff/ParamDiff',
  component: ParamDiff,
  args: { runs: fineTunes },
} satisfies Meta<typeof ParamDiff>

export default meta
type Story = StoryObj<typeof meta>

export const Several: Story = {
  play: async ({ canvas }) => {
    const table = within(canvas.getByRole('table', { name: 'Different values' }))
    await expect(table.getByRole('rowheader', { name: /^Learning rate/ })).toBeVisible()
    await expect(canvas.queryByRole('table', { name: 'Same values' })).toBeNull()
  },
}

export const InTheDark: Story = { parameters: dark }

/** Long texts are compared by words. */
export const WholeTexts: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Show system_prompt in full' }))
    await expect(canvas.getByRole('insertion')).toHaveTextContent('brief')
  },
}

export const EverythingOpen: Story = {
  args: { defaultView: { isSameOpen: true }, highlightedRunId: 'lr1e-4-seed1' },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Paths and names/ }))
    await expect(canvas.getAllByRole('table')).toHaveLength(3)
  },
}

export const Searched: Story = { args: { defaultView: { search: 'lora', isSameOpen: true } } }

export const NothingFound: Story = { args: { defaultView: { search: 'dropuot' } } }

export const Narrow: Story = { decorators: [inColumn(320)] }

export const RightToLeft: Story = { decorators: [rightToLeft] }

export const OneRun: Story = { args: { runs: fineTunes.slice(0, 1) } }

export const NoRuns: Story = { args: { runs: [] } }

export const NothingLogged: Story = {
  args: { runs: ['a', 'b'].map((id) => defineRun({ id })) },
}

export const AllTheSame: Story = {
  args: {
    runs: ['a', 'b'].map((id) => defineRun({ id, params: { lr: 3e-4, epochs: 3, bf16: true } })),
  },
}

export const OnlyPathsDiffer: Story = {
  args: {
    runs: ['a', 'b'].map((id) => defineRun({ id, params: { lr: 3e-4, output_dir: `out/${id}` } })),
  },
}

const kinds: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  'null',
  NaN,
  'inf',
  true,
  [1, 2],
  1e300,
]

export const EveryKindOfValue: Story = {
  args: {
    runs: kinds.map((value, i) =>
      defineRun({ id: `run ${i}`, params: value === undefined ? {} : { value } }),
    ),
  },
}

const named = (names: readonly string[]): readonly Run[] =>
  names.map((name, i) => defineRun({ id: `run ${i}`, name, params: { lr: i / 1000, epochs: 3 } }))

export const LongNames: Story = {
  args: { runs: named(longNames) },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByTitle(longNames[0] ?? '').length).toBeGreaterThan(0)
  },
}

export const RightToLeftNames: Story = {
  args: { runs: named(rightToLeftNames) },
  play: async ({ canvas }) => {
    // Also in the choice of the baseline, whose options are plain text.
    const names = canvas.getAllByText('warmup ثم cosine')
    await expect(names.some((name) => name.closest('bdi') !== null)).toBe(true)
  },
}

export const HostileNames: Story = {
  args: {
    runs: naughtyStrings
      .slice(0, 12)
      .map((name, i) => defineRun({ id: `${i}`, name, params: { [name]: name, lr: i } })),
  },
}

const many: readonly Run[] = Array.from({ length: 200 }, (_, i) =>
  defineRun({
    id: `sweep-${i}`,
    name: `llama-3.1-8b-instruct-sft-sweep-trial-${i}`,
    params: Object.fromEntries(
      Array.from({ length: 60 }, (_value, p) => [`group.param_${p}`, p % 3 === 0 ? i * p : p]),
    ),
  }),
)

export const TwoHundredRuns: Story = {
  args: { runs: many },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Runs 1 to 12 of 199')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Next runs' }))
    await expect(canvas.getByText('Runs 13 to 24 of 199')).toBeVisible()
  },
}
