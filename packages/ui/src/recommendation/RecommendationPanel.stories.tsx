import { recommend, type Recommendation } from '@runoff/core'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, userEvent, within } from 'storybook/test'
import { longNames, rightToLeftNames } from '../testdata/storyNames.ts'
import { dark, inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { RecommendationPanel } from './RecommendationPanel.tsx'
import * as given from './testdata/recommendations.ts'

const meta = {
  title: 'Recommendation/RecommendationPanel',
  component: RecommendationPanel,
  args: { recommendation: given.clearWinner, onOpenRun: fn() },
} satisfies Meta<typeof RecommendationPanel>

export default meta
type Story = StoryObj<typeof meta>

/** A panel that begins with these words. */
const saying = (recommendation: Recommendation, start: RegExp): Story => ({
  args: { recommendation },
  play: async ({ canvas }) => {
    const section = canvas.getByRole('region', { name: 'Recommendation' })
    await expect(section.textContent).toMatch(start)
  },
})

const unfolded: NonNullable<Story['play']> = async ({ canvas }) => {
  await userEvent.click(canvas.getByText('Why, and how sure'))
  await expect(canvas.getByRole('heading', { name: 'Why' })).toBeVisible()
}

export const ClearWinner: Story = saying(
  given.clearWinner,
  /^Keep lr-3e-4 \/ seed 1 \(checkpoint-900\)\. Clear winner: eval loss 0\.2345 ± 0\.0035, /,
)
export const ClearWinnerUnfolded: Story = {
  play: async (context) => {
    await unfolded(context)
    const others = within(
      context.canvas.getByRole('heading', { name: 'The other runs' }).parentElement as HTMLElement,
    )
    await expect(others.getByText(/is 47\.6 % worse \(consider archiving\)/)).toBeVisible()
  },
}
export const Dark: Story = { ...ClearWinnerUnfolded, parameters: dark }
export const Narrow: Story = {
  ...ClearWinnerUnfolded,
  decorators: inColumn(360),
}
export const RightToLeft: Story = {
  play: unfolded,
  decorators: rightToLeft,
}

export const Contenders: Story = saying(
  given.contenders,
  /^Three contenders cannot be told apart: .*; the cheapest is lora r=8 \/ seed 3\. About \d+ seeds each would tell\./,
)
export const ContendersWithoutCost: Story = saying(given.contendersWithoutCost, /^Three contenders/)
export const ContendersByEvidence: Story = saying(given.contendersByEvidence, /^Three contenders/)
export const ManyContenders: Story = saying(given.manyContenders, /^Nine contenders .* and 5 more;/)
export const HeldBackByBounds: Story = saying(given.heldBackByBound, /lowest eval loss ≤ 0\.2345\./)
export const HeldBackByEvaluations: Story = saying(given.heldBackByEvaluations, /luckier one/)

export const Unreplicated: Story = saying(
  given.unreplicated,
  /^Keep lr-2e-4 \(checkpoint-900\) for now: lowest eval loss 0\.2345, but every configuration ran once/,
)
export const ByScore: Story = saying(given.byScore, /^Keep b .* by score \(88\.3 of 100\)/)
export const TooFewSeeds: Story = saying(given.tooFewSeeds, /too few seeds/)
export const IdenticalSeeds: Story = saying(given.identicalSeeds, /copies of one run/)
export const Tied: Story = saying(given.tied, /^Keep lr-1e-4 or lr-2e-4 for now: they share/)
export const TiedByRule: Story = saying(given.tiedByRule, /share the first place by the policy/)
export const OnlyRun: Story = saying(given.onlyRun, /it is the only run to judge/)
export const OneConfiguration: Story = saying(
  given.oneConfiguration,
  /of 3 runs of one configuration/,
)

export const RuledOut: Story = saying(
  given.ruledOut,
  /^Keep b \/ seed 3 .* by score \(88\.3 of 100\)\. But the evidence rules it out: a \/ seed 3 is clearly better/,
)
export const RuledOutByTwo: Story = saying(given.ruledOutByTwo, /one other cannot be told apart/)
export const BestValueRuledOut: Story = saying(given.bestValueRuledOut, /by its best value\. But/)

export const TwoDatasets: Story = saying(
  given.twoDatasets,
  /^Not comparable: two datasets \(alpaca-cleaned, dolly-15k\)\./,
)
export const TwoTokenizers: Story = saying(given.twoTokenizers, /different tokenizer/)

export const NoRuns: Story = saying(given.noRuns, /^No run to compare\.$/)
export const OnlyLive: Story = saying(
  given.onlyLive,
  /^No run to recommend yet: 2 are still running/,
)
export const OnlyStopped: Story = saying(given.onlyStopped, /the run did not complete/)
export const OnlyWithoutValue: Story = saying(given.onlyWithoutValue, /^None of the 2 runs has any/)
export const NoneForManyReasons: Story = saying(given.noneForManyReasons, /1 still running, 1 not/)
export const SomeLeftOut: Story = {
  args: { recommendation: given.someLeftOut, scope: 'loaded' },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(
        /Of the 6 runs loaded so far, 3 judged; left out: 1 still running, 1 not completed, 1 without/,
      ),
    ).toBeVisible()
  },
}

export const Maximised: Story = saying(given.maximised, /highest eval accuracy 0\.9200/)
export const Negative: Story = saying(given.negative, /eval loss −1\.500 ± 0\.020/)
export const OwnPolicy: Story = saying(given.ownPolicy, /the policy “cheapFirst” favours/)
export const PolicyWithoutPick: Story = saying(given.policyWithoutPick, /recommends none of 2 runs/)

export const EveryReason: Story = {
  args: { recommendation: given.withEveryReason },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Why, and how sure'))
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 25' }))
    await expect(canvas.getByText(/ended is not known; taken as done/)).toBeVisible()
  },
}

export const SmoothedChoice: Story = {
  args: { recommendation: given.smoothedChoice },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Why, and how sure'))
    await expect(canvas.getByText(/mean of \d evaluations/)).toBeVisible()
  },
}

export const ManyRuns: Story = {
  args: { recommendation: given.many },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByText('Why, and how sure'))
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 59' }))
    await expect(canvas.getByText('Show fewer')).toBeVisible()
  },
}

const named = (names: readonly string[]): Recommendation =>
  recommend(
    names.map((name, place) => given.runOf(`run ${place}`, { name, loss: 0.2345 + place / 10 })),
  )

export const LongNames: Story = {
  args: { recommendation: named(longNames) },
  play: async (context) => {
    await unfolded(context)
    const section = context.canvas.getByRole('region', { name: 'Recommendation' })
    await expect(section.scrollWidth).toBeLessThanOrEqual(section.clientWidth)
  },
}

export const RightToLeftNames: Story = {
  args: { recommendation: named(rightToLeftNames) },
  play: async (context) => {
    await unfolded(context)
    const [name] = context.canvas.getAllByText(rightToLeftNames[0] ?? '')
    await expect(name?.closest('bdi')).not.toBeNull()
  },
}

export const HostileNames: Story = { args: { recommendation: given.hostileNames }, play: unfolded }

export const NamesThatOpenNothing: Story = {
  args: { recommendation: given.clearWinner },
  render: ({ recommendation }) => <RecommendationPanel recommendation={recommendation} />,
  play: unfolded,
}

export const Loading: Story = {
  args: { recommendation: null },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Loading runs')).toBeInTheDocument()
  },
}
