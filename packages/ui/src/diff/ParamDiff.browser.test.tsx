import '../styles.css'
import { defineRun, type DiffView } from '@runoff/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createRef, StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ParamDiff } from './ParamDiff.tsx'
import { fineTunes } from './testdata/fineTunes.ts'

afterEach(cleanup)

const different = (): HTMLElement => screen.getByRole('table', { name: 'Different values' })
const fold = (name: RegExp): HTMLElement => screen.getByRole('button', { name })
const rowOf = (name: RegExp): HTMLElement => {
  const row = within(different()).getByRole('rowheader', { name }).closest('tr')
  if (row === null) throw new Error('no row')
  return row
}
const cells = (name: RegExp): (string | null)[] =>
  within(rowOf(name))
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

describe('ParamDiff', () => {
  it('opens what differs, with how many, and folds what does not', async () => {
    render(<ParamDiff runs={fineTunes} />)
    expect(fold(/^Different values/)).toHaveAccessibleName('Different values 7')
    expect(fold(/^Different values/)).toHaveAttribute('aria-expanded', 'true')
    expect(fold(/^Same values/)).toHaveAttribute('aria-expanded', 'false')
    expect(fold(/^Paths and names/)).toHaveAccessibleName('Paths and names 2')
    await userEvent.click(fold(/^Same values/))
    await expect.element(page.getByRole('table', { name: 'Same values' })).toBeVisible()
    await userEvent.click(fold(/^Different values/))
    await vi.waitFor(() =>
      expect(screen.queryByRole('table', { name: 'Different values' })).toBeNull(),
    )
  })

  it('goes to the first of the last parameters where what showed them is gone', async () => {
    const params = (value: number) =>
      Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${100 + i}`, value]))
    const runs = [1, 2].map((value) => defineRun({ id: `${value}`, params: params(value) }))
    render(<ParamDiff runs={runs} />)
    const more = screen.getByRole('button', { name: /^Show 10 more/ })
    more.focus()
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(more).not.toBeInTheDocument())
    expect(within(different()).getByRole('rowheader', { name: 'p150' })).toHaveFocus()
  })

  it('says the value in focus where something was listened to before', async () => {
    render(<ParamDiff runs={fineTunes} />)
    const said = document.querySelector('.runoff-diff-inspected [role=status]')
    expect(said).toBeEmptyDOMElement()
    within(rowOf(/^Learning rate/))
      .getAllByRole('cell')[3]
      ?.focus()
    await vi.waitFor(() => expect(said?.textContent).toMatch(/×3\.33/))
  })

  it('says of each value how it stands to the baseline', () => {
    render(<ParamDiff runs={fineTunes} />)
    expect(cells(/^Learning rate/)).toEqual([
      '3e-4',
      '3e-4',
      '↓1e-4 lower than the baseline',
      '↑1e-3 higher than the baseline',
    ])
    expect(cells(/^neftune_alpha/)).toEqual([
      'not set',
      '≠5 differs from the baseline',
      'not set',
      'not set',
    ])
    const [, , , far] = within(rowOf(/^Learning rate/)).getAllByRole('cell')
    expect(far?.title).toBe('0.001\n×3.33 against the baseline')
  })

  it('names runs by what differs, in full to assistive technology', () => {
    render(<ParamDiff runs={fineTunes} />)
    const [, first, second] = within(different()).getAllByRole('columnheader')
    expect(first).toHaveAccessibleName('llama-3.1-8b-sft-lr3e-4-seed1 Baseline')
    expect(second?.querySelector('bdi')?.textContent).toMatch(/^….*lr3e-4-seed2$/)
  })

  it('sets the runs against another one, first in its own column', async () => {
    const onViewChange = vi.fn<(view: DiffView) => void>()
    render(<ParamDiff runs={fineTunes} onViewChange={onViewChange} />)
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Baseline' }),
      'lr1e-3-seed1',
    )
    await vi.waitFor(() =>
      expect(cells(/^Learning rate/)).toEqual([
        '1e-3',
        '↓3e-4 lower than the baseline',
        '↓3e-4 lower than the baseline',
        '↓1e-4 lower than the baseline',
      ]),
    )
    expect(onViewChange).toHaveBeenLastCalledWith({
      isSameOpen: false,
      search: '',
      baselineId: 'lr1e-3-seed1',
    })
  })

  it('searches names and values, and says how many match', async () => {
    render(<ParamDiff runs={fineTunes} />)
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search parameters' }), 'lora')
    await expect.element(page.getByText('4 of 22 parameters match “lora”.')).toBeVisible()
    expect(fold(/^Same values/)).toHaveAccessibleName('Same values 3 of 13')
    expect(within(different()).getAllByRole('rowheader')).toHaveLength(1)
  })

  it('follows the view of a host that owns it', async () => {
    const onViewChange = vi.fn<(view: DiffView) => void>()
    const { rerender } = render(
      <ParamDiff runs={fineTunes} view={{ isSameOpen: false }} onViewChange={onViewChange} />,
    )
    await userEvent.click(fold(/^Same values/))
    await vi.waitFor(() =>
      expect(onViewChange).toHaveBeenCalledWith(expect.objectContaining({ isSameOpen: true })),
    )
    expect(fold(/^Same values/)).toHaveAttribute('aria-expanded', 'false')
    rerender(<ParamDiff runs={fineTunes} view={{ isSameOpen: true }} onViewChange={onViewChange} />)
    await vi.waitFor(() => expect(fold(/^Same values/)).toHaveAttribute('aria-expanded', 'true'))
  })

  it('shows long texts whole, with their words set against the baseline', async () => {
    render(<ParamDiff runs={fineTunes} />)
    expect(screen.queryByRole('insertion')).toBeNull()
    await userEvent.click(fold(/^Show system_prompt in full/))
    await expect.element(page.getByRole('insertion')).toHaveTextContent('and brief')
    await userEvent.click(fold(/^Shorten system_prompt/))
    await vi.waitFor(() => expect(screen.queryByRole('insertion')).toBeNull())
    // What differs stands in the part that is shown.
    expect(cells(/^system_prompt/)[3]).toContain('brief')
  })

  it('goes from cell to cell by the arrow keys, and copies the whole value', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    render(<ParamDiff runs={fineTunes} />)
    const header = within(different()).getByRole('rowheader', { name: /^Learning rate/ })
    header.focus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    await expect
      .element(page.getByText(/Learning rate of llama.*lr1e-4-seed1: 1e-4 · ÷3 against/))
      .toBeVisible()
    await userEvent.keyboard('{Tab}')
    await vi.waitFor(() => expect(fold(/^Copy value/)).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Copied.')).toBeVisible()
    expect(writeText).toHaveBeenCalledWith('1e-4')
    writeText.mockRejectedValue(new Error('denied'))
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/did not allow copying/)).toBeVisible()
    writeText.mockRestore()
  })

  it('stays usable with 200 runs of 300 parameters', async () => {
    const runs = Array.from({ length: 200 }, (_, i) =>
      defineRun({
        id: `run-${i}`,
        params: Object.fromEntries(Array.from({ length: 300 }, (_v, p) => [`p${p}`, i * p])),
      }),
    )
    const begin = performance.now()
    const { container } = render(<ParamDiff runs={runs} />)
    // Measured: about a third of a second on a machine of its own; a busy one is much slower.
    expect(performance.now() - begin).toBeLessThan(10_000)
    expect(container.querySelectorAll('td').length).toBeLessThan(1000)
    await userEvent.click(screen.getByRole('button', { name: 'Next runs' }))
    await expect.element(page.getByText('Runs 13 to 24 of 199')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Show 50 more' }))
    await vi.waitFor(() => expect(different().querySelectorAll('tbody tr')).toHaveLength(100))
  }, 60_000)

  it('passes its attributes and ref through, and marks the highlighted run', () => {
    const ref = createRef<HTMLDivElement>()
    render(
      <StrictMode>
        <ParamDiff
          ref={ref}
          runs={fineTunes}
          baselineId="lr1e-4-seed1"
          highlightedRunId="lr3e-4-seed2"
          className="own"
          data-testid="diff"
        />
      </StrictMode>,
    )
    expect(ref.current).toBe(screen.getByTestId('diff'))
    expect(ref.current).toHaveClass('runoff-diff', 'own')
    const head = different().querySelector('thead [data-highlighted]')
    expect(head).toHaveAttribute('data-run', 'lr3e-4-seed2')
    expect(within(different()).getAllByRole('columnheader')[1]).toHaveAccessibleName(
      /lr1e-4-seed1 Baseline$/,
    )
  })
})
