import type { PickerView } from '@runoff/core'
import { cleanup, configure, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../styles.css'
import { PickerPage } from './testdata/PickerPage.tsx'
import { checkbox, count, drawnNames, row, search } from './testdata/pickerQueries.ts'
import { archivedRuns, runWithLoss, weekOfRuns } from './testdata/runs.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

describe('search and filters', () => {
  it('finds runs by words in name, model or dataset', async () => {
    render(<PickerPage />)
    await search().fill('ultra 0.5')
    await expect.element(count('1 of 8 runs')).toBeVisible()
    await search().fill('nothing like it')
    await expect.element(page.getByText('No run matches “nothing like it”')).toBeVisible()
    await page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.element(count('8 runs')).toBeVisible()
  })

  it('finds runs by a regular expression once that is asked for', async () => {
    render(<PickerPage />)
    await search().fill('lr-[13]e-4 / seed 1$')
    await expect.element(page.getByText(/^No run matches/)).toBeVisible()
    await page.getByRole('button', { name: 'Regular expression' }).click()
    await expect.element(count('2 of 8 runs')).toBeVisible()
  })

  it('shows every run, and says why, while the expression is wrong', async () => {
    render(<PickerPage defaultView={{ search: 'lr-(', isRegex: true }} />)
    await expect.element(page.getByText(/missing closing \)/)).toBeVisible()
    await expect.element(count('8 runs')).toBeVisible()
    await expect.element(search()).toHaveAccessibleDescription(/^Not a regular expression/)
    await search().fill('lr-(3)')
    await expect.element(count('2 of 8 runs')).toBeVisible()
    await expect.element(search()).not.toHaveAccessibleDescription()
  })

  it('is not brought to a halt by an expression made for that', async () => {
    const runs = [runWithLoss('trap', 0.2, { name: `${'a'.repeat(5000)}!` })]
    render(<PickerPage runs={runs} defaultView={{ isRegex: true }} />)
    await search().fill('^(a+)+$')
    await expect.element(page.getByText(/^No run matches/)).toBeVisible()
  })

  it('filters by status and offers only statuses that can be met', async () => {
    render(<PickerPage />)
    const status = page.getByLabelText('Status')
    const options = Array.from(status.element().querySelectorAll('option'), (o) => o.textContent)
    expect(options).toEqual(['All', 'Completed (5)', 'Running (1)', 'Failed (1)', 'Cancelled (1)'])
    await status.selectOptions('Failed (1)')
    await expect.element(count('1 of 8 runs')).toBeVisible()
  })

  it('sorts by the best loss', async () => {
    render(<PickerPage defaultView={{ groupByModel: false }} />)
    await page.getByLabelText('Sort by').selectOptions('Best loss')
    await expect
      .poll(() => drawnNames().slice(0, 2))
      .toEqual(['lr-3e-4 / seed 1', 'lr-3e-4 / seed 2'])
  })

  it('shows archived runs when asked to, and lets them be compared with the others', async () => {
    render(<PickerPage runs={[...weekOfRuns, ...archivedRuns]} />)
    await expect.element(row('first try')).not.toBeInTheDocument()
    await page.getByLabelText('Show archived').click()
    await expect.element(row('first try')).toBeVisible()
    await checkbox('first try').click()
    await checkbox('dpo-beta-0.1').click()
    await expect.element(page.getByRole('button', { name: 'Compare selected (2)' })).toBeVisible()
  })

  it('hands its view to the host, who may keep it', async () => {
    const onViewChange = vi.fn<(view: PickerView) => void>()
    const view = {
      search: '',
      isRegex: false,
      status: 'all',
      sortBy: 'newest',
      groupByModel: true,
      collapsedModels: [],
      showArchived: false,
      showAll: false,
    } as const
    render(<PickerPage view={view} onViewChange={onViewChange} />)
    await page.getByLabelText('Group by model').click()
    expect(onViewChange).toHaveBeenCalledWith({ ...view, groupByModel: false })
    await expect.element(page.getByLabelText('Group by model')).toBeChecked()
  })
})
