import { cleanup, configure, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles.css'
import { PickerPage } from './testdata/PickerPage.tsx'
import { checkbox, focusedName, row, search } from './testdata/pickerQueries.ts'
import { manyRuns, weekOfRuns } from './testdata/runs.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

const oldestFirst = { sortBy: 'oldest', groupByModel: false } as const
const compare = (count: number) =>
  page.getByRole('button', { name: `Compare selected (${count})`, exact: true })

describe('the keyboard in the list', () => {
  it('is one stop of Tab for all rows: past the row that had the focus last, the list ends', async () => {
    render(<PickerPage defaultView={oldestFirst} onOpenRun={() => {}} />)
    checkbox('lr-3e-4 / seed 1').element().focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(focusedName()).toBe('Compare lr-1e-4 / seed 1')
    await userEvent.tab()
    await expect.poll(focusedName).toBe('lr-1e-4 / seed 1')
    await userEvent.tab()
    expect(document.activeElement?.closest('.runoff-picker-scroller')).toBeNull()
    await userEvent.tab({ shift: true })
    await expect.poll(focusedName).toBe('lr-1e-4 / seed 1')
  })

  it('goes a page at a time', async () => {
    render(<PickerPage runs={manyRuns(200)} defaultView={{ showAll: true, groupByModel: false }} />)
    checkbox('sweep-00000').element().focus()
    await userEvent.keyboard('{PageDown}')
    await expect.poll(focusedName).toMatch(/^Compare sweep-0001[0-9]$/)
    await userEvent.keyboard('{PageDown}{PageUp}{PageUp}')
    await expect.poll(focusedName).toBe('Compare sweep-00000')
  })

  it('selects with Shift and the arrow keys, and takes back what it passes again', async () => {
    render(<PickerPage defaultView={oldestFirst} options={{ maxSelected: 3 }} />)
    checkbox('lr-3e-4 / seed 1').element().focus()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(compare(2)).toBeVisible()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(compare(3)).toBeVisible()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(compare(3)).toBeVisible()
    expect(focusedName()).toBe('Compare lr-1e-4 / seed 1')
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}')
    await expect.element(compare(2)).toBeVisible()
    await expect.element(checkbox('lr-1e-4 / seed 1')).not.toBeChecked()
  })

  it('does not bring back with Shift what was taken out otherwise', async () => {
    render(<PickerPage defaultView={oldestFirst} />)
    checkbox('lr-3e-4 / seed 1').element().focus()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(compare(2)).toBeVisible()
    const reached = focusedName()
    await userEvent.click(page.getByRole('button', { name: 'Clear', exact: true }))
    await expect.element(compare(2)).not.toBeInTheDocument()
    page
      .getByRole('checkbox', { name: reached ?? '', exact: true })
      .element()
      .focus()
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
    await expect.element(compare(2)).toBeVisible()
    await expect.element(checkbox('lr-3e-4 / seed 1')).not.toBeChecked()
  })

  it('selects with Ctrl and A what is shown, and says what there was no room for', async () => {
    render(<PickerPage defaultView={{ ...oldestFirst, search: 'seed' }} />)
    checkbox('lr-3e-4 / seed 1').element().focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(compare(5)).toBeVisible()
    await search().fill('')
    await userEvent.click(page.getByRole('button', { name: 'Clear', exact: true }))
    checkbox('lr-3e-4 / seed 1').element().focus()
    await userEvent.keyboard('{Control>}a{/Control}')
    const said = page.getByText('Took 5 of 8: at most 5 runs can be compared')
    await expect.element(said).toBeVisible()
    await checkbox('lr-3e-4 / seed 1').click()
    await expect.element(said).not.toBeInTheDocument()
  })

  it('goes to the search with a slash, and leaves other keys of the field alone', async () => {
    render(<PickerPage onOpenRun={() => {}} />)
    page.getByRole('button', { name: 'dpo-beta-0.1' }).element().focus()
    await userEvent.keyboard('/')
    await expect.element(search()).toHaveFocus()
    await userEvent.keyboard('a/b')
    await expect.element(search()).toHaveValue('a/b')
  })

  it('folds a group with the arrow along the line, and goes from group to group', async () => {
    render(<PickerPage />)
    const fold = page.getByRole('button', { name: /^Qwen/ })
    fold.element().focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect.element(fold).toHaveAttribute('aria-expanded', 'false')
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}')
    await expect.element(fold).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{ArrowDown}')
    expect(focusedName()).toMatch(/^meta-llama/)
  })
})

describe('the focus', () => {
  it('stays in the list where the row that has it is gone', async () => {
    const { rerender } = render(<PickerPage defaultView={oldestFirst} />)
    checkbox('lr-1e-4 / seed 1').element().focus()
    rerender(
      <PickerPage
        defaultView={oldestFirst}
        runs={weekOfRuns.filter((run) => run.id !== 'lr-1e-4 / seed 1')}
      />,
    )
    await expect.element(row('lr-1e-4 / seed 1')).not.toBeInTheDocument()
    await expect.poll(focusedName).toBe('Compare lr-1e-3 / seed 1')
  })

  it('stays with its run where others come before it', async () => {
    const { rerender } = render(<PickerPage defaultView={oldestFirst} runs={weekOfRuns.slice(2)} />)
    checkbox('dpo-beta-0.1').element().focus()
    rerender(<PickerPage defaultView={oldestFirst} />)
    await expect.element(row('lr-3e-4 / seed 1')).toBeVisible()
    expect(focusedName()).toBe('Compare dpo-beta-0.1')
  })

  it('goes to the last row where the last one is gone, and out of the list with the last run', async () => {
    const { rerender } = render(
      <PickerPage defaultView={oldestFirst} runs={weekOfRuns.slice(0, 2)} />,
    )
    checkbox('lr-3e-4 / seed 2').element().focus()
    rerender(<PickerPage defaultView={oldestFirst} runs={weekOfRuns.slice(0, 1)} />)
    await expect.poll(focusedName).toBe('Compare lr-3e-4 / seed 1')
    rerender(<PickerPage defaultView={oldestFirst} runs={[]} />)
    await expect.element(page.getByText('No runs yet')).toBeVisible()
    await expect.poll(() => document.activeElement === document.body).toBe(false)
  })
})
