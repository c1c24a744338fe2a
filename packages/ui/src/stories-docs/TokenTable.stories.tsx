import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { TokenTable } from './TokenTable.tsx'

const meta = {
  title: 'Runoff/Themes',
  component: TokenTable,
  tags: ['!autodocs'],
} satisfies Meta<typeof TokenTable>

export default meta
type Story = StoryObj<typeof meta>

/** Read from the browser: a variable that is new in the stylesheet is here by itself. */
export const Variables: Story = {
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(canvas.getByText('--runoff-accent')).toBeVisible())
    const accent = canvas.getByRole('row', { name: /^--runoff-accent / })
    await expect(accent).toHaveTextContent(/rgb\(29, 78, 216\).*rgb\(138, 176, 255\)/)
    const cells = canvasElement.querySelectorAll('[data-enough]')
    await expect(cells.length).toBeGreaterThan(40)
    await expect(canvasElement.querySelectorAll('[data-enough="false"]')).toHaveLength(0)
  },
}
