import { cleanup, configure, render } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles.css'
import { PickerPage } from './testdata/PickerPage.tsx'
import { checkbox, count, drawnNames, focusedName, row } from './testdata/pickerQueries.ts'
import { manyRuns } from './testdata/runs.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

describe('ten thousand runs', () => {
  const runs = manyRuns(10_000)
  const scroller = (): Element => {
    const found = document.querySelector('.runoff-picker-scroller')
    if (found === null) throw new Error('There is no list to scroll.')
    return found
  }

  it('draws few rows, says how many there are, and reaches the last', async () => {
    render(<PickerPage runs={runs} defaultView={{ showAll: true, groupByModel: false }} />)
    await expect.element(page.getByRole('table')).toHaveAttribute('aria-rowcount', '10000')
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60)
    scroller().scrollTop = scroller().scrollHeight
    await expect.element(row('sweep-09999')).toBeVisible()
    const last = row('sweep-09999')
    await expect.element(last).toHaveAttribute('aria-rowindex', '10000')
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(60)
  })

  it('goes to the last row and back from the keyboard', async () => {
    render(<PickerPage runs={runs} defaultView={{ showAll: true, groupByModel: false }} />)
    checkbox('sweep-00000').element().focus()
    await userEvent.keyboard('{End}')
    await expect.poll(focusedName).toBe('Compare sweep-09999')
    await userEvent.keyboard('{ArrowUp} ')
    await expect.element(checkbox('sweep-09998')).toBeChecked()
    await userEvent.keyboard('{Home}')
    await expect.poll(focusedName).toBe('Compare sweep-00000')
  })

  it('keeps the row that has the focus while others are scrolled to', async () => {
    render(<PickerPage runs={runs} defaultView={{ showAll: true, groupByModel: false }} />)
    checkbox('sweep-00003').element().focus()
    scroller().scrollTop = 200_000
    await expect.poll(() => drawnNames().length > 10 && drawnNames()[1]).not.toBe('sweep-00004')
    expect(focusedName()).toBe('Compare sweep-00003')
  })

  it('keeps the name of the group in sight above its rows', async () => {
    render(<PickerPage runs={runs} defaultView={{ showAll: true }} />)
    scroller().scrollTop = 2500 * 38
    const header = page.getByRole('button', { name: 'lab/model-1 (2 000 runs)' })
    await expect.element(header).toBeVisible()
    const top = header.element().getBoundingClientRect().top
    expect(Math.abs(top - scroller().getBoundingClientRect().top)).toBeLessThan(3)
  })

  it('leaves the name of a group in sight that is folded', async () => {
    render(<PickerPage runs={runs} defaultView={{ showAll: true }} />)
    scroller().scrollTop = 2500 * 38
    const header = page.getByRole('button', { name: 'lab/model-1 (2 000 runs)' })
    await header.click()
    await expect.element(header).toHaveAttribute('aria-expanded', 'false')
    await expect.element(header).toBeInViewport()
    await expect.element(page.getByRole('button', { name: /^lab\/model-2/ })).toBeInViewport()
  })

  it('begins at its top again in another order, but not where more is shown', async () => {
    render(<PickerPage runs={runs} defaultView={{ groupByModel: false }} />)
    scroller().scrollTop = 500
    await page.getByRole('button', { name: 'Show all 10 000 runs' }).click()
    expect(scroller().scrollTop).toBe(500)
    await page.getByLabelText('Sort by').selectOptions('Oldest')
    expect(scroller().scrollTop).toBe(0)
    expect(drawnNames()[0]).toBe('sweep-09999')
  })

  it('leaves the rows in sight where they are when newer runs arrive above them', async () => {
    const view = { showAll: true, groupByModel: false }
    const { rerender } = render(<PickerPage runs={runs.slice(5)} defaultView={view} />)
    scroller().scrollTop = 100_000
    // The first row stays drawn: Tab leads to it.
    await expect.poll(() => drawnNames()[1]).not.toBe('sweep-00006')
    const seen = row(drawnNames()[20] ?? '')
    const before = seen.element().getBoundingClientRect().top
    rerender(<PickerPage runs={runs} defaultView={view} />)
    await expect.element(count('10 000 runs')).toBeVisible()
    expect(Math.abs(seen.element().getBoundingClientRect().top - before)).toBeLessThan(2)
  })
})
