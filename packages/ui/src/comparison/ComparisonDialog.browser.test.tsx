import '../styles.css'
import { RunoffError } from '@runoff/core'
import type { RunSource } from '@runoff/sources'
import { memorySource } from '@runoff/sources/memory'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { useState, type ReactNode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ComparisonDialog, type ComparisonDialogProps } from './ComparisonDialog.tsx'
import { fiveRuns, mixedRuns } from './testdata/generatedRuns.ts'

afterEach(cleanup)

const ids = fiveRuns.slice(0, 2).map((run) => String(run.id))
const source = memorySource({ runs: mixedRuns })

/** A page of the host's own with a button that opens the dialog. */
function HostPage(props: Partial<ComparisonDialogProps>): ReactNode {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Compare
      </button>
      <ComparisonDialog
        source={source}
        runIds={ids}
        open={open}
        onOpenChange={setOpen}
        {...props}
      />
    </>
  )
}

const findDialog = (): Promise<HTMLElement> =>
  screen.findByRole('dialog', { name: 'Run comparison' })

async function summaryRows(dialog: HTMLElement): Promise<readonly HTMLElement[]> {
  const table = await within(dialog).findByRole('table', { name: 'Summary' })
  return within(table).getAllByRole('rowheader')
}

async function openDialog(): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('button', { name: 'Compare' }))
  return findDialog()
}

/** Once it is closed, and the focus is not on the page as a whole: where that is. */
async function focusAfterClosing(): Promise<Element | null> {
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).not.toBe(document.body))
  return document.activeElement
}

describe('ComparisonDialog', () => {
  it('says which of its runs to keep, draws them and has their numbers', async () => {
    render(<HostPage />)
    const dialog = await openDialog()
    const answer = await within(dialog).findByRole('region', { name: 'Recommendation' })
    await waitFor(() => expect(answer.textContent).toMatch(/Of 2 selected runs, all judged/))
    expect(await within(dialog).findByRole('figure', { name: 'Loss' })).toBeInTheDocument()
    expect(await summaryRows(dialog)).toHaveLength(2)
  })

  it('closes by Escape and gives the focus back', async () => {
    render(<HostPage />)
    await openDialog()
    await userEvent.keyboard('{Escape}')
    expect(await focusAfterClosing()).toHaveAccessibleName('Compare')
  })

  it('closes by its button', async () => {
    render(<HostPage />)
    const dialog = await openDialog()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }))
    expect(await focusAfterClosing()).toHaveAccessibleName('Compare')
  })

  it('closes by a click beside it', async () => {
    render(<HostPage />)
    await openDialog()
    await page.elementLocator(document.body).click({ position: { x: 4, y: 4 } })
    expect(await focusAfterClosing()).toHaveAccessibleName('Compare')
  })

  it('keeps the focus inside, whichever way it is moved', async () => {
    render(<HostPage />)
    const dialog = await openDialog()
    await within(dialog).findByRole('figure', { name: 'Loss' })
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    for (let count = 0; count < 3; count++) {
      await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
      await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    }
    for (let count = 0; count < 5; count++) {
      await userEvent.keyboard('{Tab}')
      await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true))
    }
  })

  it('asks the source for nothing while it is closed', async () => {
    const listRuns = vi.fn<RunSource['listRuns']>((...query) => source.listRuns(...query))
    render(<HostPage source={{ ...source, listRuns }} />)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(listRuns).not.toHaveBeenCalled()
    await openDialog()
    await waitFor(() => expect(listRuns).toHaveBeenCalled())
    expect(listRuns.mock.calls[0]?.[0]).toMatchObject({ ids, includeArchived: true })
  })

  it('says how many of its runs are not known, and compares the others', async () => {
    render(<HostPage runIds={[...ids, 'gone']} />)
    const dialog = await openDialog()
    expect(
      await within(dialog).findByText('1 run of the selection has not been found.'),
    ).toBeInTheDocument()
    expect(await summaryRows(dialog)).toHaveLength(2)
  })

  it('says why its runs cannot be read, takes none of them for unknown, and reads them again', async () => {
    const listRuns = vi
      .fn<RunSource['listRuns']>((...query) => source.listRuns(...query))
      .mockRejectedValueOnce(new RunoffError('not-found', 'There is no experiment 7.'))
    render(<HostPage source={{ ...source, listRuns }} />)
    const dialog = await openDialog()
    const alert = await within(dialog).findByRole('alert')
    expect(alert.textContent).toMatch(/^The runs could not be loaded\. There is no experiment 7\./)
    expect(within(dialog).queryByText(/not been found|No run to compare/)).toBeNull()
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await summaryRows(dialog)).toHaveLength(2)
    expect(within(dialog).queryByRole('alert')).toBeNull()
  })

  it('speaks the words of the host and opens a run through it', async () => {
    const onOpenRun = vi.fn<NonNullable<ComparisonDialogProps['onOpenRun']>>()
    const messages = { comparison: { comparison: 'Vergleich', closeDialog: 'Schließen' } }
    render(<HostPage messages={messages} onOpenRun={onOpenRun} className="mine" />)
    await userEvent.click(screen.getByRole('button', { name: 'Compare' }))
    const dialog = await screen.findByRole('dialog', { name: 'Vergleich' })
    expect(dialog).toHaveClass('runoff-dialog', 'mine')
    const answer = await within(dialog).findByRole('region', { name: 'Recommendation' })
    // Until the answer is there its place is a skeleton.
    await waitFor(() => expect(answer).toHaveAttribute('aria-busy', 'false'))
    const [name] = await within(answer).findAllByRole('button', { name: /^lr-/ })
    if (name === undefined) throw new Error('no name that opens a run')
    await userEvent.click(name)
    await waitFor(() => expect(onOpenRun).toHaveBeenCalledOnce())
  })

  it('fits into 320 pixels', async () => {
    await page.viewport(320, 640)
    try {
      render(<HostPage />)
      const dialog = await openDialog()
      await within(dialog).findByRole('figure', { name: 'Loss' })
      expect(dialog.getBoundingClientRect().width).toBeLessThanOrEqual(320)
      const body = dialog.querySelector('.runoff-dialog-body')
      expect(body?.scrollWidth).toBeLessThanOrEqual(body?.clientWidth ?? 0)
    } finally {
      await page.viewport(1000, 800)
    }
  })
})
