import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { RecommendationPanel } from '../recommendation/RecommendationPanel.tsx'
import { clearWinner } from '../recommendation/testdata/recommendations.ts'
import { germanMessages } from './de/index.ts'
import { MessagesProvider } from './MessagesProvider.tsx'
import { chineseMessages } from './zh/index.ts'

const meta = {
  title: 'Messages/MessagesProvider',
  component: MessagesProvider,
  args: { messages: {}, children: <RecommendationPanel recommendation={clearWinner} /> },
} satisfies Meta<typeof MessagesProvider>

export default meta
type Story = StoryObj<typeof meta>

export const German: Story = {
  args: { messages: germanMessages },
  play: async ({ canvas }) => {
    const answer = canvas.getByRole('region', { name: 'Empfehlung' })
    // With the decimal comma of the language.
    await expect(answer).toHaveTextContent(/0,2345/)
  },
}

export const Chinese: Story = {
  args: { messages: chineseMessages },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: '推荐' })).toBeVisible()
  },
}

/** Only what is given takes the place of the words around. */
export const SomeWords: Story = {
  args: { messages: { recommendation: { details: 'Read more' } } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Read more')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Recommendation' })).toBeVisible()
  },
}

export const WithinAnother: Story = {
  args: {
    messages: germanMessages,
    children: (
      <MessagesProvider messages={{ recommendation: { details: 'Mehr dazu' } }}>
        <RecommendationPanel recommendation={clearWinner} />
      </MessagesProvider>
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Mehr dazu')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Empfehlung' })).toBeVisible()
  },
}
