import type { Run } from '@runoff/core'
import { cleanup, configure, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles.css'
import type { RunListState } from './runListState.ts'
import { PickerPage } from './testdata/PickerPage.tsx'
import { checkbox, count, row, search } from './testdata/pickerQueries.ts'
import { manyRuns, weekOfRuns } from './testdata/runs.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

const compare = (selected: number) =>
  page.getByRole('button', { name: `Compare selected (${selected})`, exact: true })
const llama = (action: string) =>
  page.getByRole('button', { name: `${action}: meta-llama/Llama-3.1-8B` })

describe('groups', () => {
  it('says the best value of each model in its header', async () => {
    render(<PickerPage />)
    await expect.element(page.getByText('Best loss 0.2345')).toBeVisible()
    await expect.element(page.getByText('Best loss 0.4127')).toBeVisible()
    expect(document.querySelectorAll('.runoff-picker-group-best')).toHaveLength(2)
  })

  it('selects all of a group, and takes them out again', async () => {
    render(<PickerPage />)
    await llama('Select all').click()
    await expect.element(compare(2)).toBeVisible()
    await expect.element(checkbox('dpo-beta-0.1')).toBeChecked()
    await llama('Deselect').click()
    await expect.element(compare(2)).not.toBeInTheDocument()
  })

  it('selects as many as there is room for, and says so', async () => {
    render(<PickerPage options={{ maxSelected: 3 }} defaultView={{ sortBy: 'best' }} />)
    await page.getByRole('button', { name: /^Select all: Qwen/ }).click()
    await expect.element(compare(3)).toBeVisible()
    await expect
      .element(page.getByText('Took 3 of 5: at most 3 runs can be compared'))
      .toBeVisible()
    const other = llama('Select all')
    await expect.element(other).toHaveAttribute('aria-disabled', 'true')
    await other.click({ force: true })
    await expect.element(compare(3)).toBeVisible()
    await expect.element(other).toHaveAccessibleDescription(/at most 3 runs can be compared/)
  })

  it('folds all groups and unfolds them', async () => {
    render(<PickerPage />)
    await page.getByRole('button', { name: 'Collapse all' }).click()
    await expect.element(row('dpo-beta-0.1')).not.toBeInTheDocument()
    expect(document.querySelectorAll('[role=row]')).toHaveLength(0)
    await page.getByRole('button', { name: 'Expand all' }).click()
    await expect.element(row('dpo-beta-0.1')).toBeVisible()
  })
})

describe('what a search has found', () => {
  it('is marked in the names, by word and by expression', async () => {
    render(<PickerPage defaultView={{ search: 'BETA' }} />)
    const marks = (): readonly (string | null)[] =>
      Array.from(document.querySelectorAll('.runoff-picker-name mark'), (mark) => mark.textContent)
    await expect.poll(marks).toEqual(['beta', 'beta'])
    await page.getByRole('button', { name: 'Regular expression' }).click()
    await search().fill('[0-9]e-4')
    await expect.poll(marks).toEqual(['1e-4', '1e-4', '3e-4', '3e-4'])
    await search().fill('')
    await expect.poll(marks).toEqual([])
    await expect.element(row('dpo-beta-0.1')).toHaveAccessibleName(/^dpo-beta-0.1 Completed/)
  })
})

describe('the folded list', () => {
  it('is one line that says what it holds, and keeps the chips of what is selected', async () => {
    const onCollapsedChange = vi.fn<(isCollapsed: boolean) => void>()
    render(
      <PickerPage
        options={{ defaultSelectedIds: ['dpo-beta-0.1', 'dpo-beta-0.5'] }}
        onCollapsedChange={onCollapsedChange}
      />,
    )
    await page.getByRole('button', { name: 'Hide list' }).click()
    await expect.element(search()).not.toBeInTheDocument()
    await expect.element(page.getByText(/^8 runs/)).toBeVisible()
    await expect.element(compare(2)).toBeVisible()
    expect(onCollapsedChange).toHaveBeenLastCalledWith(true)
    const show = page.getByRole('button', { name: 'Show list' })
    await expect.element(show).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(row('dpo-beta-0.1')).toBeVisible()
  })

  it('is the host’s where it says so', async () => {
    render(<PickerPage isCollapsed />)
    await page.getByRole('button', { name: 'Show list' }).click()
    await expect.element(page.getByRole('button', { name: 'Show list' })).toBeVisible()
    expect(document.querySelectorAll('[role=row]')).toHaveLength(0)
  })
})

describe('a list that is loaded page by page', () => {
  const runs = manyRuns(300)
  const paged = (loaded: number, more: Partial<RunListState> = {}): RunListState => ({
    status: 'ready',
    runs: runs.slice(0, loaded),
    error: null,
    reload: () => {},
    hasMore: loaded < runs.length,
    total: runs.length,
    isLoadingMore: false,
    loadMore: () => {},
    ...more,
  })

  it('loads the next page where its end is scrolled into sight, and not before', async () => {
    const loadMore = vi.fn<() => void>()
    const view = { showAll: true, groupByModel: false }
    render(<PickerPage runs={paged(200, { loadMore })} defaultView={view} />)
    const scroller = document.querySelector('.runoff-picker-scroller')
    scroller?.scrollTo({ top: 1000 })
    await expect.poll(() => scroller?.scrollTop).toBe(1000)
    expect(loadMore).not.toHaveBeenCalled()
    scroller?.scrollTo({ top: scroller.scrollHeight })
    await expect.poll(() => loadMore.mock.calls.length).toBeGreaterThan(0)
  })

  it('says that a search goes through the loaded runs alone, and loads the others', async () => {
    const loadMore = vi.fn<() => void>()
    const { rerender } = render(<PickerPage runs={paged(100, { loadMore })} />)
    const said = /^Only the 100 loaded of 300 runs/
    await expect.element(page.getByText(said)).not.toBeInTheDocument()
    await search().fill('sweep-0029')
    await expect.element(page.getByText(said)).toBeVisible()
    await expect.element(page.getByText('No run matches “sweep-0029”')).toBeVisible()
    await page.getByRole('button', { name: 'Load all runs' }).click()
    await expect.poll(() => loadMore.mock.calls.length).toBe(1)
    rerender(<PickerPage runs={paged(100, { loadMore, isLoadingMore: true })} />)
    rerender(<PickerPage runs={paged(200, { loadMore })} />)
    await expect.poll(() => loadMore.mock.calls.length).toBe(2)
    rerender(<PickerPage runs={paged(300)} />)
    await expect.element(count('10 of 300 runs')).toBeVisible()
    await expect.element(page.getByText(said)).not.toBeInTheDocument()
  })

  it('loads all of a list that does not say when it is loading', async () => {
    const loadMore = vi.fn<() => void>()
    const silent = (loaded: number): RunListState => {
      const { isLoadingMore: _, ...list } = paged(loaded, { loadMore })
      return list
    }
    const { rerender } = render(<PickerPage runs={silent(100)} />)
    await page.getByRole('button', { name: 'Load all runs' }).click()
    await expect.poll(() => loadMore.mock.calls.length).toBe(1)
    rerender(<PickerPage runs={silent(200)} />)
    await expect.poll(() => loadMore.mock.calls.length).toBe(2)
    rerender(<PickerPage runs={silent(200)} />)
    rerender(<PickerPage runs={silent(300)} />)
    await expect.element(page.getByRole('button', { name: 'Stop loading' })).not.toBeInTheDocument()
    expect(loadMore.mock.calls.length).toBe(2)
  })

  it('lists a run once that is given twice', async () => {
    const [first, second] = [runs[0] as Run, runs[1] as Run]
    const failed = vi.spyOn(console, 'error')
    render(<PickerPage runs={[first, second, first]} />)
    await expect.element(page.getByText('2 runs', { exact: true })).toBeVisible()
    expect(document.querySelectorAll('[role=row]')).toHaveLength(2)
    expect(failed).not.toHaveBeenCalled()
    failed.mockRestore()
  })

  it('stops loading when it is told to, and where a page fails', async () => {
    const loadMore = vi.fn<() => void>()
    const { rerender } = render(<PickerPage runs={paged(100, { loadMore })} />)
    await page.getByRole('button', { name: 'Load all runs' }).click()
    await page.getByRole('button', { name: 'Stop loading' }).click()
    const calls = loadMore.mock.calls.length
    rerender(<PickerPage runs={paged(100, { loadMore, isLoadingMore: true })} />)
    rerender(<PickerPage runs={paged(200, { loadMore })} />)
    await expect.element(page.getByRole('button', { name: 'Load all runs' })).toBeVisible()
    expect(loadMore.mock.calls.length).toBe(calls)
    await page.getByRole('button', { name: 'Load all runs' }).click()
    await expect.poll(() => loadMore.mock.calls.length).toBe(calls + 1)
    const failed = { loadMore, status: 'error', error: new Error('gone') } as const
    rerender(<PickerPage runs={paged(200, failed)} />)
    await expect.element(page.getByText('gone')).toBeVisible()
    rerender(<PickerPage runs={paged(200, { loadMore })} />)
    await expect.element(page.getByRole('button', { name: 'Load all runs' })).toBeVisible()
    expect(loadMore.mock.calls.length).toBe(calls + 1)
  })
})

it('keeps what is selected while it is filtered away and read again', async () => {
  const { rerender } = render(
    <PickerPage options={{ defaultSelectedIds: ['dpo-beta-0.1', 'dpo-beta-0.5'] }} />,
  )
  await search().fill('lr-3e-4')
  await expect.element(row('dpo-beta-0.1')).not.toBeInTheDocument()
  rerender(<PickerPage runs={weekOfRuns.map((run) => ({ ...run }))} />)
  await search().fill('')
  await expect.element(checkbox('dpo-beta-0.1')).toBeChecked()
  await expect.element(compare(2)).toBeVisible()
})
