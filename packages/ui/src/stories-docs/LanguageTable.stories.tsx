import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { LanguageTable } from './LanguageTable.tsx'

const meta = {
  title: 'Runoff/Languages',
  component: LanguageTable,
  tags: ['!autodocs'],
} satisfies Meta<typeof LanguageTable>

export default meta
type Story = StoryObj<typeof meta>

export const SideBySide: Story = {
  play: async ({ canvas }) => {
    const number = canvas.getByRole('row', { name: /^a number/ })
    await expect(number).toHaveTextContent(/0\.2345.*0,2345.*0\.2345/)
  },
}
