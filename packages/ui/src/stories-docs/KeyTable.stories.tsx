import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { KeyTable } from './KeyTable.tsx'

const meta = {
  title: 'Runoff/Keyboard and screen readers',
  component: KeyTable,
  tags: ['!autodocs'],
} satisfies Meta<typeof KeyTable>

export default meta
type Story = StoryObj<typeof meta>

export const Keys: Story = {
  play: async ({ canvas }) => {
    for (const name of ['Everywhere', 'List of runs', 'Tables', 'Charts']) {
      await expect(canvas.getByRole('region', { name })).toBeVisible()
    }
  },
}
