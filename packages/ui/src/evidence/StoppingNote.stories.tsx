import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { StoppingNote } from './StoppingNote.tsx'
import { keepGoing, liveRun, noAdvice, stop } from './testdata/stopping.ts'

const meta = {
  title: 'Evidence/StoppingNote',
  component: StoppingNote,
  args: { run: liveRun('lr-3e-3 / seed 1'), advice: stop },
} satisfies Meta<typeof StoppingNote>

export default meta
type Story = StoryObj<typeof meta>

export const CouldBeStopped: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Could be stopped/)).toBeVisible()
    await expect(canvas.getByText(/worse than the median/)).toBeVisible()
  },
}

export const KeepsGoing: Story = {
  args: { advice: keepGoing },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/Keep going/)).toBeVisible()
  },
}

/** Too little is known for any advice, and the note says what is missing. */
export const NoAdvice: Story = { args: { advice: noAdvice('too-few-runs') } }

export const NotKnownYet: Story = { args: { advice: null } }

export const LongName: Story = { args: { run: liveRun(longNames[0] ?? '') } }

export const RightToLeftName: Story = {
  args: { run: liveRun(rightToLeftNames[0] ?? '') },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(rightToLeftNames[0] ?? '').tagName).toBe('BDI')
  },
}

export const Dark: Story = { parameters: dark }

export const Narrow: Story = { decorators: inColumn(320) }

export const RightToLeft: Story = { decorators: rightToLeft }
