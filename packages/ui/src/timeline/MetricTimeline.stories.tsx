import { defineRun } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { RunStylesProvider } from '../style/RunStylesProvider.tsx'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { MetricTimeline } from './MetricTimeline.tsx'
import {
  denseTimeline,
  lossCurve,
  manyTimelines,
  mixedTimeline,
  perEpoch,
  stepsOnly,
  timelineInput,
  timelineRun,
} from './testdata/timelineRuns.ts'

const mixed = timelineInput(mixedTimeline)
const styled = mixed.runs.map(({ id }) => id)

const meta = {
  title: 'Timeline/MetricTimeline',
  component: MetricTimeline,
  args: mixed,
  decorators: (Story) => (
    <RunStylesProvider runIds={styled}>
      <Story />
    </RunStylesProvider>
  ),
} satisfies Meta<typeof MetricTimeline>

export default meta
type Story = StoryObj<typeof meta>

/** Completed, overfitting, stopped short, diverged, and still training. */
export const FiveRuns: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('figure', { name: 'Timeline of eval loss' })).toBeVisible()
    await expect(await canvas.findByText('Failed at epoch 5/12')).toBeVisible()
  },
}

export const TwoMetrics: Story = { args: { defaultMetrics: ['eval/loss', 'eval/accuracy'] } }

export const Highlighted: Story = { args: { highlightedRunId: 'lr-1e-4 / seed 1' } }

export const One: Story = { args: timelineInput(mixedTimeline.slice(0, 1)) }

export const OneEvaluation: Story = {
  args: timelineInput([timelineRun('short', [0.4], { status: 'running' })]),
}

export const TwentyRuns: Story = { args: timelineInput(manyTimelines(20)) }

export const NoEpochs: Story = { args: timelineInput(stepsOnly) }

export const SomeWithoutEpochs: Story = {
  args: timelineInput([...mixedTimeline.slice(0, 2), ...stepsOnly]),
}

export const Dense: Story = {
  args: timelineInput([denseTimeline('48 000 evaluations', 48_000), denseTimeline('900', 900)]),
}

export const NotFinite: Story = {
  args: timelineInput([
    timelineRun('gaps', [0.9, 0.7, null, 0.5, Infinity, 0.45, 0.4, -Infinity, 0.38, 0.37]),
    timelineRun('all NaN', [NaN, NaN, NaN]),
    timelineRun('an outlier', [...lossCurve(0.3, 8), 1e12, ...lossCurve(0.3, 3)]),
  ]),
}

export const MissingEvaluations: Story = {
  args: timelineInput([
    {
      run: defineRun({ id: 'two stretches', status: 'completed', totalEpochs: 12 }),
      logged: new Map([
        [
          'eval/loss',
          {
            ...perEpoch([0.9, 0.7, 0.6, 0.4, 0.38, 0.37]),
            steps: Float64Array.of(100, 200, 300, 900, 1000, 1100),
            epochs: Float64Array.of(1, 2, 3, 9, 10, 11),
          },
        ],
      ]),
    },
  ]),
}

export const Live: Story = { args: timelineInput(mixedTimeline.slice(4)) }

export const Loading: Story = { args: { runs: null, series: new Map() } }

export const LoadingSeries: Story = { args: { runs: mixed.runs, series: new Map() } }

export const NothingLogged: Story = {
  args: { runs: mixed.runs, series: new Map([['eval/loss', new Map()]]) },
}

export const NoRuns: Story = { args: { runs: [], series: new Map() } }

const named = (names: readonly string[]): ReturnType<typeof timelineInput> =>
  timelineInput(
    names.map((name, place) =>
      timelineRun(`run ${place}`, lossCurve(0.3 + place / 20, 6), { name }),
    ),
  )

export const LongNames: Story = {
  args: named(longNames),
  play: async ({ canvas }) => {
    const figure = canvas.getByRole('figure', { name: 'Timeline of eval loss' })
    await expect(figure.scrollWidth).toBeLessThanOrEqual(figure.clientWidth)
  },
}

export const RightToLeftNames: Story = { args: named(rightToLeftNames) }

export const NaughtyNames: Story = {
  args: timelineInput(
    naughtyStrings.slice(0, 40).map((name, index) =>
      timelineRun(`run ${index}`, lossCurve(0.3, 6), {
        name,
        best: { step: 600, checkpointPath: `${name}/checkpoint-600` },
      }),
    ),
  ),
}

export const Dark: Story = { parameters: dark }

export const Narrow: Story = { decorators: [inColumn(320)] }

export const NarrowTwoMetrics: Story = {
  args: { defaultMetrics: ['eval/loss', 'eval/accuracy'] },
  decorators: [inColumn(320)],
}

/** Words are read from the right; time still runs from left to right, as in every chart. */
export const RightToLeft: Story = { decorators: [rightToLeft] }
