import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { SummaryTable } from '../table/SummaryTable.tsx'
import { dark } from '../testdata/storyPlaces.tsx'
import { RecommendationProvider } from './RecommendationProvider.tsx'
import { clearWinner, unreplicated } from './testdata/recommendations.ts'

const judged = clearWinner.scores.map(({ run }) => run)

const meta = {
  title: 'Recommendation/RecommendationProvider',
  component: RecommendationProvider,
  args: {
    recommendation: clearWinner,
    children: <SummaryTable runs={judged} recommendedId={clearWinner.run?.id ?? null} />,
  },
} satisfies Meta<typeof RecommendationProvider>

export default meta
type Story = StoryObj<typeof meta>

/** The star in a table beside it says why the run is recommended. */
export const ExplainsTheStar: Story = {
  play: async ({ canvasElement }) => {
    const star = canvasElement.querySelector('[title^="Recommended: "]')
    await expect(star?.getAttribute('title')).toMatch(/lowest eval loss/)
  },
}

/** Without a recommendation there is nothing to explain, and the table stands as it does alone. */
export const NoneYet: Story = {
  args: { recommendation: null },
  play: async ({ canvasElement }) => {
    await expect(canvasElement.querySelector('[title^="Recommended: "]')).toBeNull()
  },
}

export const EveryConfigurationRanOnce: Story = { args: { recommendation: unreplicated } }

export const Dark: Story = { parameters: dark }
