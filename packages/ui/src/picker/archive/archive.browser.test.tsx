import { RunoffError } from '@runoff/core'
import { cleanup, configure, render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../../styles.css'
import { ArchivePage, archivingSource } from '../testdata/ArchivePage.tsx'
import { checkbox, focusedName, row } from '../testdata/pickerQueries.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

const button = (name: string) => page.getByRole('button', { name, exact: true })
const notice = (text: string) => page.getByRole('dialog').getByText(text, { exact: true })

describe('archiving in the list', () => {
  it('takes a run out of the list, and undoes it', async () => {
    const source = archivingSource()
    const onOpenRun = vi.fn<() => void>()
    render(<ArchivePage source={source} onOpenRun={onOpenRun} />)
    await button('Archive lr-2e-4').click()
    await expect.element(row('lr-2e-4')).not.toBeInTheDocument()
    await expect.element(notice('Archived lr-2e-4')).toBeVisible()
    await expect.element(page.getByText('2 archived hidden')).toBeVisible()
    await button('Undo').click()
    await expect.element(row('lr-2e-4')).toBeVisible()
    await expect.element(notice('Undone')).toBeVisible()
    expect((await source.listRuns({})).runs.map((run) => run.id)).toEqual(['a', 'b', 'c'])
    expect(onOpenRun).not.toHaveBeenCalled()
  })

  it('restores an archived run, which is marked and can be compared', async () => {
    const source = archivingSource()
    render(<ArchivePage source={source} defaultView={{ showArchived: true }} />)
    await expect.element(row('lr-4e-4').getByText('Archived')).toBeVisible()
    await checkbox('lr-4e-4').click()
    await checkbox('lr-1e-4').click()
    await expect.element(button('Compare selected (2)')).toBeVisible()
    await button('Restore lr-4e-4').click()
    await expect.element(button('Archive lr-4e-4')).toBeVisible()
    await expect.element(notice('Restored lr-4e-4')).toBeVisible()
    await expect.element(row('lr-4e-4').getByText('Archived')).not.toBeInTheDocument()
  })

  it('is done from the keyboard alone, and keeps the focus in the list', async () => {
    render(<ArchivePage source={archivingSource()} onOpenRun={() => {}} />)
    await expect.element(checkbox('lr-1e-4')).toBeVisible()
    checkbox('lr-1e-4').element().focus()
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.tab()
    await userEvent.tab()
    await expect.poll(focusedName).toBe('Archive lr-2e-4')
    await userEvent.keyboard('{Enter}')
    await expect.element(row('lr-2e-4')).not.toBeInTheDocument()
    await expect.poll(focusedName).toBe('Archive lr-3e-4')
    await userEvent.keyboard('{F6}')
    await userEvent.tab()
    await userEvent.tab()
    await expect.element(button('Undo')).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(row('lr-2e-4')).toBeVisible()
  })

  it('shows the run again, and says why, where the source refuses', async () => {
    const failure = new RunoffError('bad-option', 'This project is read only.\u202e')
    render(<ArchivePage source={archivingSource(failure)} />)
    await button('Archive lr-2e-4').click()
    await expect.element(page.getByText(/^That could not be done/).first()).toBeInTheDocument()
    await expect
      .element(page.getByText('This project is read only.\\u202E').first())
      .toBeInTheDocument()
    await expect.element(row('lr-2e-4')).toBeVisible()
    await expect.element(button('Undo')).not.toBeInTheDocument()
  })

  it('offers nothing where the source cannot archive', async () => {
    const { setArchived: _, ...source } = archivingSource()
    render(<ArchivePage source={source} runIds={['a']} />)
    await expect.element(row('lr-1e-4')).toBeVisible()
    expect(document.querySelector('.runoff-picker-archive')).toBeNull()
    expect(document.querySelector('.runoff-archive-button')).toBeNull()
  })
})

describe('ArchiveButton', () => {
  it('archives all its runs at once, and undoes it for those that were not', async () => {
    const source = archivingSource()
    render(<ArchivePage source={source} runIds={['b', 'c', 'd']} />)
    await button('Archive 3 runs').click()
    await expect.element(row('lr-2e-4')).not.toBeInTheDocument()
    await expect.element(row('lr-3e-4')).not.toBeInTheDocument()
    await button('Undo').click()
    await expect.element(row('lr-3e-4')).toBeVisible()
    await expect.poll(async () => (await source.listRuns({})).runs.length).toBe(3)
  })

  it('is not there without a run', async () => {
    render(<ArchivePage source={archivingSource()} runIds={[]} />)
    await expect.element(row('lr-1e-4')).toBeVisible()
    expect(document.querySelector('.runoff-archive-button')).toBeNull()
  })
})
