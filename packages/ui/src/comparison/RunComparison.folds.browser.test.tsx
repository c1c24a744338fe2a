import '../styles.css'
import type { MemoryRun } from '@runoff/sources/memory'
import { memorySource } from '@runoff/sources/memory'
import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { naughtyStrings } from '../picker/testdata/naughtyStrings.ts'
import { RunComparison } from './RunComparison.tsx'
import { clearSweep, closeSweep } from './testdata/sweeps.ts'

afterEach(cleanup)

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { name })
const open = async (name: string): Promise<void> => userEvent.click(await heading(name))

/** Renders the page with everything that is folded open. */
async function renderOpen(runs: readonly MemoryRun[]): Promise<HTMLElement> {
  const { container } = render(<RunComparison source={memorySource({ runs })} />)
  for (const name of ['Why, and how sure', 'Evidence', 'Effects']) await open(name)
  // Computed in idle slices, which a busy machine has few of.
  await screen.findByRole('table', { name: 'Pairs of configurations' }, { timeout: 10_000 })
  await screen.findByRole(
    'figure',
    { name: /^Parameters and eval loss of each run$/ },
    { timeout: 15_000 },
  )
  return container
}

const plain = (element: Element | null): string =>
  element?.textContent?.replaceAll(/[\u2068\u2069]/g, '') ?? ''

/** The level of each heading that can be reached, in the order of the page. */
const headings = (page: HTMLElement): readonly (readonly [level: number, text: string])[] =>
  within(page)
    .getAllByRole('heading')
    .map((element) => [Number(element.tagName.slice(1)), plain(element)] as const)

describe('RunComparison with its folds open', () => {
  it('shows beside a clear winner what differs, what it cost and which live run could stop', async () => {
    const container = await renderOpen(clearSweep)
    expect(plain(screen.getByRole('region', { name: 'Recommendation' }))).toMatch(
      /^Keep lr-3e-4 \/ seed 1 \(step 2\s000\)\. Clear winner: eval loss/,
    )
    expect(plain(screen.getByRole('region', { name: 'How sure is the difference' }))).toContain(
      '2 of 2 other configurations differ from lr-3e-4, the best mean.',
    )
    expect(
      within(screen.getByRole('table', { name: 'Pairs of configurations' })).getAllByText('differ'),
    ).toHaveLength(2)
    const cost = screen.getByRole('figure', { name: 'Cost and quality' })
    expect(plain(cost)).toContain('No contender is cheaper than the best one: lr-3e-4 / seed 1')
    expect(plain(cost)).toContain('Cheapest and lowest: lr-3e-4 / seed 1 with 9.333 GPU hours')
    const stopping = screen.getByRole('region', { name: 'Live runs' })
    await waitFor(() => expect(plain(stopping)).toContain('1 of 2 live runs could be stopped.'))
    expect(plain(stopping)).toMatch(/lr-3e-3 \/ seed 1 ■ Could be stopped: worse than the median/)
    expect(plain(stopping)).toMatch(/lr-2e-4 \/ seed 1 ▸ Keep going: no worse than the median/)
    for (const name of ['Parameters and results', 'Loss against learning_rate']) {
      expect(screen.getByRole('figure', { name })).toBeVisible()
    }
    expect(container.querySelectorAll('details.runoff-comparison-fold[open]')).toHaveLength(2)
  })

  it('names among contenders the cheaper one, and agrees with itself', async () => {
    await renderOpen(closeSweep)
    expect(plain(screen.getByRole('region', { name: 'Recommendation' }))).toMatch(
      /^Two contenders cannot be told apart: lr-3e-4 \/ seed 1, lr-2e-4 \/ seed 1/,
    )
    expect(plain(screen.getByRole('region', { name: 'How sure is the difference' }))).toContain(
      '1 of 2 other configurations differs from lr-3e-4, the best mean, 1 within noise.',
    )
    expect(plain(screen.getByRole('figure', { name: 'Cost and quality' }))).toContain(
      'Same quality, 4.0× cheaper: lr-2e-4 / seed 1',
    )
    expect(screen.queryByRole('region', { name: 'Live runs' })).toBeNull()
  })

  it('has headings that skip no level, those within a fold below and no larger than its own', async () => {
    const container = await renderOpen(clearSweep)
    const found = headings(container)
    expect(found).toContainEqual([2, 'Why, and how sure'])
    expect(found).toContainEqual([2, 'Evidence'])
    expect(found).toContainEqual([3, 'How sure is the difference'])
    expect(found).toContainEqual([3, 'Live runs'])
    expect(found[0]?.[0]).toBe(2)
    const skips = found.filter(([level], place) => level > (found[place - 1]?.[0] ?? level) + 1)
    expect(skips).toEqual([])
    const sizeOf = async (name: string): Promise<number> =>
      parseFloat(getComputedStyle(await heading(name)).fontSize)
    expect(await sizeOf('How sure is the difference')).toBeLessThan(await sizeOf('Evidence'))
  })

  it('is opened from the keyboard', async () => {
    render(<RunComparison source={memorySource({ runs: closeSweep })} />)
    const summary = (await heading('Evidence')).closest('summary')
    summary?.focus()
    expect(document.activeElement).toBe(summary)
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(summary?.closest('details')).toHaveAttribute('open'))
    // The tests behind it are computed in idle slices, which a busy machine has few of.
    const table = await screen.findByRole('table', { name: 'Configurations' }, { timeout: 10_000 })
    expect(table).toBeVisible()
    await userEvent.keyboard(' ')
    await waitFor(() => expect(summary?.closest('details')).not.toHaveAttribute('open'))
  })

  it('fits into 360 pixels, whatever the runs are called', async () => {
    const named = closeSweep.map((run, place) => ({
      ...run,
      id: `run ${place}`,
      name: naughtyStrings[place * 7] ?? 'x'.repeat(300),
      group: `${'long'.repeat(75)} ${place % 3}`,
    }))
    await page.viewport(360, 800)
    const container = await renderOpen(named)
    expect(container.scrollWidth).toBeLessThanOrEqual(360)
    await page.viewport(1280, 800)
  })
})

describe('RunComparison on a wall', () => {
  it('keeps the list beside the curves and off what comes below them', async () => {
    await page.viewport(1900, 600)
    const { container } = render(<RunComparison source={memorySource({ runs: closeSweep })} />)
    await screen.findByRole('figure', { name: 'Gradient norm' })
    const list = container.querySelector('.runoff-comparison-pick')
    const curves = container.querySelector('.runoff-comparison-curves')
    if (list === null || curves === null) throw new Error('no list or no curves')
    expect(list.getBoundingClientRect().right).toBeLessThan(curves.getBoundingClientRect().left)

    const evidence = await heading('Evidence')
    evidence.scrollIntoView({ block: 'start' })
    await waitFor(() => expect(evidence.getBoundingClientRect().top).toBeLessThan(600))
    expect(list.getBoundingClientRect().bottom).toBeLessThanOrEqual(
      curves.getBoundingClientRect().bottom + 1,
    )
    await page.viewport(1280, 800)
  })
})
