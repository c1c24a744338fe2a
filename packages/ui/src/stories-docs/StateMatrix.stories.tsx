import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { StateMatrix } from './StateMatrix.tsx'

const meta = {
  title: 'Runoff/States',
  component: StateMatrix,
  tags: ['!autodocs'],
} satisfies Meta<typeof StateMatrix>

export default meta
type Story = StoryObj<typeof meta>

export const Matrix: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole('link', { name: 'Long Names' })[0]).toHaveAttribute(
      'href',
      './?path=/story/comparison-runcomparison-states--long-names',
    )
  },
}
