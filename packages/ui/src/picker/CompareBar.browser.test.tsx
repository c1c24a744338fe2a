import { cleanup, configure, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import '../styles.css'
import { PickerPage } from './testdata/PickerPage.tsx'
import { checkbox } from './testdata/pickerQueries.ts'
import { weekOfRuns } from './testdata/runs.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

describe('the bar of selected runs', () => {
  it('is there from two runs on and hands their ids to the host', async () => {
    const onCompare = vi.fn<(ids: readonly string[]) => void>()
    render(<PickerPage onCompare={onCompare} />)
    await expect.element(page.getByText('Select 2 to 5 runs to compare')).toBeVisible()
    await checkbox('dpo-beta-0.5').click()
    await expect.element(page.getByText('Select one more run to compare')).toBeVisible()
    await expect.element(page.getByRole('group', { name: 'Selected runs' })).not.toBeInTheDocument()
    await checkbox('dpo-beta-0.1').click()
    await page.getByRole('button', { name: 'Compare selected (2)' }).click()
    expect(onCompare).toHaveBeenCalledWith(['dpo-beta-0.5', 'dpo-beta-0.1'])
  })

  it('announces how many are selected, politely', async () => {
    render(<PickerPage />)
    await checkbox('dpo-beta-0.5').click()
    await checkbox('dpo-beta-0.1').click()
    const said = Array.from(document.querySelectorAll('[role=status]'), (e) => e.textContent)
    expect(said).toContain('2 runs selected')
  })

  it('removes one run or all, and does not lose the focus to the top of the page', async () => {
    const ids = weekOfRuns.slice(0, 4).map((run) => run.id)
    render(<PickerPage options={{ defaultSelectedIds: ids }} />)
    await page.getByRole('button', { name: 'Remove lr-3e-4 / seed 1' }).click()
    await expect.element(checkbox('lr-3e-4 / seed 1')).not.toBeChecked()
    expect(document.activeElement).not.toBe(document.body)
    await page.getByRole('button', { name: 'Clear', exact: true }).click()
    await expect.element(page.getByRole('group', { name: 'Selected runs' })).not.toBeInTheDocument()
    expect(document.activeElement).not.toBe(document.body)
  })

  it('lets a single run be taken out that has no row, when the limit is reached', async () => {
    render(<PickerPage options={{ maxSelected: 1, defaultSelectedIds: ['long gone'] }} />)
    await expect.element(checkbox('dpo-beta-0.1')).toBeDisabled()
    await page.getByRole('button', { name: 'Remove long gone' }).click()
    await expect.element(checkbox('dpo-beta-0.1')).toBeEnabled()
    await expect.element(page.getByRole('group', { name: 'Selected runs' })).not.toBeInTheDocument()
  })

  it('shows a selected run that is not listed by its id', async () => {
    render(<PickerPage options={{ defaultSelectedIds: ['dpo-beta-0.1', 'long gone'] }} />)
    await expect.element(page.getByRole('button', { name: 'Remove long gone' })).toBeVisible()
  })
})
