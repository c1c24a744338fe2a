import type { Meta, StoryObj } from '@storybook/react-vite'
import { memorySource } from '@runoff/sources/memory'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { dark } from '../testdata/storyPlaces.tsx'
import { RunComparison } from './RunComparison.tsx'
import { fiveRuns, mixedRuns } from './testdata/generatedRuns.ts'

const selectedIds = fiveRuns.map((run) => String(run.id))

const meta = {
  title: 'Comparison/RunComparison views',
  component: RunComparison,
  args: { source: memorySource({ runs: mixedRuns }), defaultView: { selectedIds } },
} satisfies Meta<typeof RunComparison>

export default meta
type Story = StoryObj<typeof meta>

const patient = { timeout: 15_000 }
/** A dialog lies over the whole page: on a page of docs it needs a frame of its own. */
const framed = { docs: { story: { inline: false, height: '720px' } } } as const

export const EverythingOpen: Story = {
  args: { source: memorySource({ runs: fiveRuns }) },
  play: async ({ canvas }) => {
    await canvas.findByRole('heading', { name: 'Timeline' }, patient)
    for (const name of ['History', 'Timeline', 'Evidence', 'Effects', 'Why, and how sure']) {
      canvas.getByText(name).click()
    }
    await canvas.findByRole('figure', { name: 'Best loss so far' }, patient)
    await canvas.findByRole('figure', { name: 'Timeline of eval loss' }, patient)
    await canvas.findByRole('figure', { name: 'Parameters and results' }, patient)
    await expect(canvas.getByRole('figure', { name: 'Cost and quality' })).toBeVisible()
  },
}

/** The selected runs alone, over the page that they were picked on. */
export const DialogOpen: Story = {
  args: { defaultView: { selectedIds, isDialogOpen: true } },
  parameters: framed,
  play: async () => {
    const dialog = await screen.findByRole('dialog', { name: 'Run comparison' }, patient)
    await within(dialog).findByRole('figure', { name: 'Loss' }, patient)
    await expect(within(dialog).getByRole('table', { name: 'Summary' })).toBeVisible()
  },
}

export const DialogOpenDark: Story = {
  ...DialogOpen,
  parameters: { ...framed, ...dark },
}

/** The list is a bar of the selected runs, and the charts have its width. */
export const PickerCollapsed: Story = {
  args: { defaultView: { selectedIds, isPickerCollapsed: true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Show list' }, patient)).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Compare selected (5)' })).toBeVisible()
    await expect(canvas.queryByRole('searchbox', { name: 'Search runs' })).toBeNull()
  },
}

const judged = mixedRuns.map((run, place) => ({
  ...run,
  series: {
    ...(run.series as Readonly<Record<string, readonly { step: number; value: number }[]>>),
    'eval/accuracy': [400, 800].map((step) => ({ step, value: 0.62 + place / 20 + step / 9000 })),
  },
}))

/** Chosen on the page; a link carries it. */
export const ObjectiveChosen: Story = {
  args: {
    source: memorySource({ runs: judged }),
    defaultView: { selectedIds, objective: { metric: 'eval/accuracy', goal: 'max' } },
  },
  play: async ({ canvas }) => {
    const chosen = await canvas.findByRole('combobox', { name: 'Judged by' }, patient)
    await expect(chosen).toHaveDisplayValue('Eval accuracy')
    await expect(canvas.getByRole('combobox', { name: 'Better is' })).toHaveDisplayValue(
      'highest is best',
    )
    const answer = canvas.getByRole('region', { name: 'Recommendation' })
    await waitFor(() => expect(answer).toHaveTextContent(/highest eval accuracy/i), patient)
  },
}

export const KeysOpen: Story = {
  tags: ['!autodocs'],
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Keys' }, patient))
    const dialog = await screen.findByRole('dialog', { name: 'Keys' })
    const keys = within(dialog).getByRole('region', { name: 'Charts' })
    await waitFor(() => expect(keys).toBeVisible())
  },
}

/** Somebody cut a link short: the page says so, and starts as it always does. */
export const UnreadableLink: Story = {
  args: { address: { in: 'hash', key: 'view' }, defaultView: {} },
  tags: ['!autodocs'],
  beforeEach: () => {
    const { href } = location
    history.replaceState(history.state, '', '#view=1.q64FA')
    return () => history.replaceState(history.state, '', href)
  },
  play: async ({ canvas }) => {
    await canvas.findByRole('region', { name: 'Recommendation' }, patient)
    const notes = await canvas.findAllByRole('status')
    await expect(notes.map((note) => note.textContent).join(' ')).toMatch(/link/i)
  },
}
