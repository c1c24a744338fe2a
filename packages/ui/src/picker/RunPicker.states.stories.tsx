import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ComponentType } from 'react'
import { expect, fn, userEvent } from 'storybook/test'
import { dark } from '../testdata/storyPlaces.tsx'
import { RunPicker } from './RunPicker.tsx'
import type { RunListState } from './runListState.ts'
import { PickerPage, type PickerPageProps } from './testdata/PickerPage.tsx'
import { archivedRuns, weekOfRuns } from './testdata/runs.ts'

const meta = {
  title: 'Picker/RunPicker states',
  component: RunPicker as ComponentType<unknown> as ComponentType<PickerPageProps>,
  render: (args) => <PickerPage {...args} />,
  args: { runs: weekOfRuns, onOpenRun: fn(), onCompare: fn() },
} satisfies Meta<PickerPageProps>

export default meta
type Story = StoryObj<typeof meta>

const asState = (state: Partial<RunListState>): RunListState => ({
  status: 'ready',
  runs: [],
  error: null,
  reload: fn(),
  ...state,
})

export const Empty: Story = {
  args: { runs: [] },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No runs yet')).toBeVisible()
  },
}

export const Loading: Story = {
  args: { runs: asState({ status: 'loading' }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Loading runs')).toBeVisible()
    await expect(canvas.getByRole('region', { name: 'Runs' })).toHaveAttribute('aria-busy', 'true')
  },
}

const reload = fn()

export const Failed: Story = {
  args: {
    runs: asState({
      status: 'error',
      reload,
      error: new Error('The server at /mlflow answered with 503. Try again in a minute.'),
    }),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent('answered with 503')
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(reload).toHaveBeenCalled()
    await expect(canvas.queryByText('0 runs')).toBeNull()
  },
}

export const Stale: Story = {
  args: {
    runs: asState({ status: 'error', runs: weekOfRuns, error: new Error('The network is down.') }),
  },
}

export const NothingMatches: Story = {
  args: { defaultView: { search: 'mistral', status: 'failed' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('No run matches “mistral”')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Clear filters' }))
    await expect(canvas.getByText('8 runs')).toBeVisible()
  },
}

export const WrongExpression: Story = {
  args: { defaultView: { search: 'lr-(3', isRegex: true } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Not a regular expression/)).toBeVisible()
    await expect(canvas.getByText('8 runs')).toBeVisible()
  },
}

/** Runs that still train say how far they are; none of them is judged as if it were done. */
export const Live: Story = {
  args: {
    runs: weekOfRuns.map((run, place) =>
      place < 2 ? { ...run, status: 'running', step: 1200, endedAtMs: null } : run,
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('Step 1200 of 2000')).toHaveLength(2)
  },
}

export const MoreToLoad: Story = {
  args: { runs: asState({ runs: weekOfRuns, hasMore: true, total: 4821, loadMore: fn() }) },
}

export const Folded: Story = {
  args: {
    isCollapsed: true,
    options: { defaultSelectedIds: ['lr-3e-4 / seed 1', 'dpo-beta-0.1'] },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('button', { name: 'Show list' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Compare selected (2)' })).toBeVisible()
  },
}

export const GroupsFolded: Story = {
  args: { defaultView: { collapsedModels: ['Qwen/Qwen2.5-7B-Instruct'] } },
}

export const FoundMarked: Story = {
  args: { defaultView: { search: 'beta ultra' } },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText('beta')[0]?.tagName).toBe('MARK')
  },
}

export const FoundMarkedDark: Story = { ...FoundMarked, parameters: dark }

export const NoRoomForAll: Story = {
  args: { options: { maxSelected: 3 } },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Select all: Qwen/ }))
    await expect(canvas.getByText(/^Took 3 of 5/)).toBeVisible()
  },
}

export const OnlyArchived: Story = { args: { runs: archivedRuns } }

const loadMore = fn()

export const NothingMatchesYet: Story = {
  args: {
    runs: asState({ runs: weekOfRuns, hasMore: true, total: 4821, loadMore }),
    defaultView: { search: 'mistral' },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^8 of .* runs loaded$/)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Load more runs' }))
    await expect(loadMore).toHaveBeenCalled()
  },
}
