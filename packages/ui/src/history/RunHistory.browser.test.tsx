import type { Run } from '@runoff/core'
import { cleanup, configure, render } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import '../styles.css'
import { RunHistory } from './RunHistory.tsx'
import { pastRuns } from './testdata/pastRuns.ts'

configure({ reactStrictMode: true })
afterEach(cleanup)

const plot = () => page.getByRole('application')
const points = (filter = ''): number =>
  document.querySelectorAll(`.runoff-history-point${filter}`).length

describe('RunHistory', () => {
  it('draws each run that has a place, those that improved and the archived ones apart', async () => {
    render(<RunHistory runs={pastRuns} />)
    await expect.poll(() => points()).toBe(9)
    expect([points('[data-improved]'), points('[data-archived]')]).toEqual([5, 3])
    await expect.element(page.getByText(/^1 run is left out/)).toBeVisible()
  })

  it('tells of the runs one by one from the keyboard, and opens one', async () => {
    const onOpenRun = vi.fn<(run: Run) => void>()
    render(<RunHistory runs={pastRuns} onOpenRun={onOpenRun} />)
    await expect.poll(() => points()).toBe(9)
    plot().element().focus()
    const tip = (): string | null | undefined =>
      document.querySelector('.runoff-chart-tooltip')?.textContent
    await userEvent.keyboard('{ArrowRight}')
    await expect.poll(tip).toBe('first try, Mar 4: Loss 0.6712, best so far, archived')
    await userEvent.keyboard('{End}')
    await expect.poll(tip).toBe('cosine, Mar 24: Loss 0.2345, best so far')
    await userEvent.keyboard('{ArrowLeft}')
    await expect.poll(tip).toBe('lora-r64, Mar 19: Loss 0.2789, best so far 0.2701')
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(tip).toMatch(/^lora-r32/)
    await userEvent.keyboard('{ArrowUp}')
    await expect.poll(tip).toMatch(/^lr-3e-4/)
    await userEvent.keyboard('{Enter}')
    expect(onOpenRun).toHaveBeenCalledExactlyOnceWith(pastRuns[3])
    await userEvent.keyboard('{Escape}')
    await expect.poll(tip).toBeUndefined()
  })

  it('says all of it in a table', async () => {
    render(<RunHistory runs={pastRuns} />)
    await page.getByText('Data table').click()
    const row = page.getByRole('row', { name: /^second try/ })
    await expect.element(row).toBeVisible()
    expect(row.element().textContent).toMatch(/0\.44110\.4411Improved on it, Archived$/)
  })

  it('passes ref and attributes to the figure', async () => {
    const ref = createRef<HTMLElement>()
    render(<RunHistory ref={ref} runs={[]} className="mine" data-testid="history" />)
    expect(ref.current?.tagName).toBe('FIGURE')
    expect(ref.current).toHaveClass('runoff', 'mine')
    expect(ref.current).toHaveAttribute('data-testid', 'history')
  })
})
