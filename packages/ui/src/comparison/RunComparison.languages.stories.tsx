import type { Meta, StoryObj } from '@storybook/react-vite'
import { memorySource } from '@runoff/sources/memory'
import { expect, waitFor } from 'storybook/test'
import { germanMessages } from '../messages/de/index.ts'
import { chineseMessages } from '../messages/zh/index.ts'
import { inColumn, rightToLeft } from '../testdata/storyPlaces.tsx'
import { RunComparison } from './RunComparison.tsx'
import { fiveRuns, generatedRun, mixedRuns } from './testdata/generatedRuns.ts'

const meta = {
  title: 'Comparison/RunComparison languages',
  component: RunComparison,
  args: {
    source: memorySource({ runs: mixedRuns }),
    defaultView: { selectedIds: fiveRuns.map((run) => String(run.id)) },
  },
} satisfies Meta<typeof RunComparison>

export default meta
type Story = StoryObj<typeof meta>

export const German: Story = {
  args: { messages: germanMessages, lang: 'de' },
  play: async ({ canvas }) => {
    const answer = await canvas.findByRole('region', { name: 'Empfehlung' })
    await waitFor(() => expect(answer).toHaveTextContent(/behalten: .* mit 0,2\d+ am niedrigsten/))
    await expect(canvas.getByRole('table', { name: 'Übersicht' })).toBeVisible()
  },
}

export const GermanNarrow: Story = {
  args: German.args ?? {},
  decorators: inColumn(360),
  play: async ({ canvas, canvasElement }) => {
    await canvas.findByRole('region', { name: 'Empfehlung' })
    const box = canvasElement.querySelector('.runoff-comparison')
    await waitFor(() => expect(box?.scrollWidth).toBeLessThanOrEqual(360))
  },
}

export const Chinese: Story = {
  args: { messages: chineseMessages, lang: 'zh-Hans' },
  play: async ({ canvas }) => {
    const answer = await canvas.findByRole('region', { name: '推荐' })
    await waitFor(() => expect(answer).toHaveTextContent(/保留 .*最低，为 0\.2\d+/))
    await expect(canvas.getByRole('table', { name: '汇总' })).toBeVisible()
  },
}

export const ChineseNarrow: Story = { args: Chinese.args ?? {}, decorators: inColumn(360) }

const arabicRuns = ['تجربة أولى', 'warmup ثم cosine', 'עברית 3e-4'].map((name, i) => ({
  ...generatedRun({ name, seed: i + 1, peakLearningRate: 3e-4, floor: 0.24 + i / 50 }),
}))

/** English words in a page that is read from the right, with names of both directions. */
export const RightToLeft: Story = {
  args: {
    source: memorySource({ runs: [...fiveRuns.slice(0, 2), ...arabicRuns] }),
    defaultView: {},
  },
  decorators: rightToLeft,
  play: async ({ canvas }) => {
    const names = await canvas.findAllByText('warmup ثم cosine')
    await expect(names.some((name) => name.tagName === 'BDI')).toBe(true)
  },
}
