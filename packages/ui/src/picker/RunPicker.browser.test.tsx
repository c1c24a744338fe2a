import type { Run } from '@runoff/core'
import { cleanup, configure, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles.css'
import { PickerPage } from './testdata/PickerPage.tsx'
import { checkbox, focusedName, row } from './testdata/pickerQueries.ts'
import { weekOfRuns } from './testdata/runs.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

describe('opening and ticking', () => {
  it('opens a run by its row and by its name, once for each click', async () => {
    const onOpenRun = vi.fn<(run: Run) => void>()
    render(<PickerPage onOpenRun={onOpenRun} />)
    await row('dpo-beta-0.1').click()
    await page.getByRole('button', { name: 'dpo-beta-0.5' }).click()
    await page.getByText('15.2 % worse').click()
    expect(onOpenRun.mock.calls.map(([run]) => run.id)).toEqual([
      'dpo-beta-0.1',
      'dpo-beta-0.5',
      'lr-1e-4 / seed 1',
    ])
  })

  it('opens a run with Enter', async () => {
    const onOpenRun = vi.fn<(run: Run) => void>()
    render(<PickerPage onOpenRun={onOpenRun} />)
    page.getByRole('button', { name: 'dpo-beta-0.1' }).element().focus()
    await userEvent.keyboard('{Enter}')
    expect(onOpenRun).toHaveBeenCalledExactlyOnceWith(weekOfRuns[5])
  })

  it('never opens a run that is ticked, by its box, beside it, or with Space', async () => {
    const onOpenRun = vi.fn<(run: Run) => void>()
    render(<PickerPage onOpenRun={onOpenRun} />)
    await checkbox('dpo-beta-0.1').click()
    await expect.element(checkbox('dpo-beta-0.1')).toBeChecked()
    await row('dpo-beta-0.5').getByRole('cell').first().click()
    await expect.element(checkbox('dpo-beta-0.5')).toBeChecked()
    await userEvent.keyboard(' ')
    expect(onOpenRun).not.toHaveBeenCalled()
  })

  it('does not open a run by what the host put at the end of its row', async () => {
    const onOpenRun = vi.fn<(run: Run) => void>()
    const onArchive = vi.fn<(id: string) => void>()
    render(
      <PickerPage onOpenRun={onOpenRun}>
        {(run) => <button onClick={() => onArchive(run.id)}>Archive {run.name}</button>}
      </PickerPage>,
    )
    await page.getByRole('button', { name: 'Archive dpo-beta-0.1' }).click()
    expect(onArchive).toHaveBeenCalledWith('dpo-beta-0.1')
    expect(onOpenRun).not.toHaveBeenCalled()
  })
})

describe('the limit', () => {
  it('disables the other boxes, says why in words, and opens no dialog', async () => {
    const alert = vi.spyOn(window, 'alert')
    const ids = ['lr-3e-4 / seed 1', 'lr-3e-4 / seed 2']
    render(<PickerPage options={{ maxSelected: 2, defaultSelectedIds: ids }} />)
    const other = checkbox('dpo-beta-0.1')
    await expect.element(other).toBeDisabled()
    await expect.element(other).toHaveAccessibleDescription('At most 2 runs can be compared')
    await expect.element(checkbox('lr-3e-4 / seed 1')).toBeEnabled()
    await row('dpo-beta-0.1').getByRole('cell').first().click()
    expect(alert).not.toHaveBeenCalled()
    await checkbox('lr-3e-4 / seed 1').click()
    await expect.element(other).toBeEnabled()
  })

  it('fills a range up to the limit, from the first tick on', async () => {
    render(<PickerPage options={{ maxSelected: 3 }} defaultView={{ sortBy: 'oldest' }} />)
    await checkbox('lr-3e-4 / seed 1').click()
    await checkbox('dpo-beta-0.1').click({ modifiers: ['Shift'] })
    await expect.element(page.getByRole('button', { name: 'Compare selected (3)' })).toBeVisible()
    await expect.element(checkbox('lr-3e-4 / seed 2')).toBeChecked()
    await expect.element(checkbox('lr-1e-4 / seed 1')).toBeChecked()
    await expect.element(checkbox('lr-1e-3 / seed 1')).toBeDisabled()
  })
})

describe('the keyboard', () => {
  it('moves between boxes with the arrow keys, over headers and disabled boxes', async () => {
    const ids = ['imported from a notebook', 'dpo-beta-0.5']
    render(<PickerPage options={{ maxSelected: 2, defaultSelectedIds: ids }} />)
    checkbox('dpo-beta-0.5').element().focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedName()).toBe('Compare imported from a notebook')
    await userEvent.keyboard('{ArrowUp}')
    expect(focusedName()).toBe('Compare dpo-beta-0.5')
    await userEvent.keyboard('{Home}')
    expect(focusedName()).toBe('Compare dpo-beta-0.5')
  })

  it('moves between names with the arrow keys', async () => {
    render(<PickerPage onOpenRun={() => {}} />)
    page.getByRole('button', { name: 'lr-3e-4 / seed 1' }).element().focus()
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedName()).toBe('dpo-beta-0.5')
    await userEvent.keyboard('{End}')
    expect(focusedName()).toBe('imported from a notebook')
  })

  it('selects a range with Shift and Space, and takes it back', async () => {
    render(<PickerPage defaultView={{ sortBy: 'oldest' }} />)
    checkbox('lr-3e-4 / seed 1').element().focus()
    await userEvent.keyboard(' {ArrowDown}{ArrowDown}{Shift>} {/Shift}')
    await expect.element(page.getByRole('button', { name: 'Compare selected (3)' })).toBeVisible()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Shift>} {/Shift}')
    await expect.element(page.getByRole('group', { name: 'Selected runs' })).not.toBeInTheDocument()
  })

  it('reaches every control of the list with Tab', async () => {
    render(<PickerPage runs={weekOfRuns.slice(0, 1)} onOpenRun={() => {}} />)
    const reached: unknown[] = []
    for (let presses = 0; presses < 11; presses++) {
      await userEvent.tab()
      const focused = document.activeElement
      const label = focused?.closest('label')?.textContent?.trim()
      reached.push(focused?.getAttribute('aria-label') ?? focused?.textContent?.trim() ?? label)
    }
    expect(reached).toContain('Regular expression')
    expect(reached).toContain('Hide list')
    expect(reached).toContain('Qwen/Qwen2.5-7B-Instruct (1 run)')
    expect(reached).toContain('Select all: Qwen/Qwen2.5-7B-Instruct')
    expect(reached).toContain('Compare lr-3e-4 / seed 1')
    expect(reached).toContain('lr-3e-4 / seed 1')
  })
})

describe('groups', () => {
  it('folds a group and unfolds it again, by pointer and keyboard', async () => {
    render(<PickerPage />)
    const group = page.getByRole('button', { name: /^meta-llama/ })
    await group.click()
    await expect.element(group).toHaveAttribute('aria-expanded', 'false')
    await expect.element(row('dpo-beta-0.1')).not.toBeInTheDocument()
    await userEvent.keyboard('{Enter}')
    await expect.element(row('dpo-beta-0.1')).toBeVisible()
  })

  it('names each row by its run first, then by its state and standing', async () => {
    render(<PickerPage recommendedId="lr-3e-4 / seed 1" />)
    const named = page.getByRole('row', { name: /^lr-3e-4 \/ seed 1/ })
    await expect
      .element(named)
      .toHaveAccessibleName('lr-3e-4 / seed 1 Recommended Completed Loss: 0.2345 Best')
  })
})
