import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { dark, inColumn } from '../testdata/storyPlaces.tsx'
import { MetricChart } from './MetricChart.tsx'
import { lossSeries, runNames } from './testdata/chartData.ts'

const meta = {
  title: 'Charts/Keys',
  component: MetricChart,
  args: {
    title: 'Eval loss',
    series: lossSeries(runNames),
    runs: runNames.map((name) => ({ id: name, name, status: 'running' as const })),
  },
} satisfies Meta<typeof MetricChart>

export default meta
type Story = StoryObj<typeof meta>

/** A zoomed chart of live runs, with every control there is, and the list of its keys. */
export const ListOfKeys: Story = {
  play: async ({ canvas }) => {
    const plot = await canvas.findByRole('application', { name: 'Plot of Eval loss' })
    await waitFor(() => expect(plot.tabIndex).toBe(0))
    plot.focus()
    await userEvent.keyboard('{End}{+}{+}')
    await expect(await canvas.findByRole('button', { name: 'Reset zoom' })).toBeVisible()
    await userEvent.keyboard('f')
    await expect(canvas.getByRole('button', { name: 'Follow newest points' })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await userEvent.keyboard('?')
    await expect(await canvas.findByRole('dialog')).toBeVisible()
  },
}

export const ListOfKeysDark: Story = { ...ListOfKeys, parameters: dark }

export const ListOfKeysNarrow: Story = { ...ListOfKeys, decorators: inColumn(320) }
