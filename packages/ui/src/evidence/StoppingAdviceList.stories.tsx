import type { StoppingAdvice } from '@runoff/core/stats'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { dark, inColumn } from '../testdata/storyPlaces.tsx'
import { StoppingAdviceList } from './StoppingAdviceList.tsx'
import { keepGoing, liveRun, noAdvice, stop } from './testdata/stopping.ts'

const every: readonly (readonly [string, StoppingAdvice | null])[] = [
  ['could be stopped', stop],
  ['never tried', { ...stop, backTest: { ...stop.backTest, trials: 0, stoppedBest: 0 } }],
  ['goes on', keepGoing],
  ['fell behind just now', { ...keepGoing, value: 0.29, worseSince: 1 }],
  ['guessed schedule', { ...keepGoing, scheduleKnown: false }],
  ['first of its kind', noAdvice('too-few-runs')],
  ['another schedule', noAdvice('schedules-differ')],
  ['noisy past', noAdvice('weak-correlation', { pastRuns: 9, tau: 0.55, tauLow: 0.31 })],
  [
    'wrong rule',
    noAdvice('weak-correlation', {
      pastRuns: 9,
      tau: 0.8,
      tauLow: 0.65,
      backTest: { ...stop.backTest, stoppedBest: 3 },
    }),
  ],
  ['other data', noAdvice('not-comparable')],
  ['just started', noAdvice('too-few-points')],
  ['not yet asked', null],
]

const adviceOf = (
  given: readonly (readonly [string, StoppingAdvice | null])[],
): ReadonlyMap<string, StoppingAdvice> =>
  new Map(given.flatMap(([name, advice]) => (advice === null ? [] : [[name, advice] as const])))

const meta = {
  title: 'Evidence/StoppingAdviceList',
  component: StoppingAdviceList,
  args: { runs: every.map(([name]) => liveRun(name)), advice: adviceOf(every) },
} satisfies Meta<typeof StoppingAdviceList>

export default meta
type Story = StoryObj<typeof meta>

export const EveryGate: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByText('2 of 12 live runs could be stopped.')).toBeVisible()
  },
}

export const One: Story = {
  args: { runs: [liveRun('goes on')], advice: new Map([['goes on', keepGoing]]) },
}

export const Many: Story = {
  args: {
    runs: Array.from({ length: 120 }, (_, place) => liveRun(`run ${place}`)),
    advice: new Map(Array.from({ length: 120 }, (_, place) => [`run ${place}`, keepGoing])),
  },
}

export const NoneLive: Story = { args: { runs: [], advice: new Map() } }

export const Working: Story = { args: { advice: new Map(), isLoading: true } }

export const Dark: Story = { parameters: dark }

export const Narrow: Story = {
  decorators: inColumn(320),
}
