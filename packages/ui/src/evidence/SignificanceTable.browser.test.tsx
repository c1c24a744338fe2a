import '../styles.css'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { MessagesProvider } from '../messages/MessagesProvider.tsx'
import { SignificanceTable } from './SignificanceTable.tsx'
import { IsNested } from './SectionHeading.tsx'
import { groupOf, pairOf, significanceOf, three, threePairs } from './testdata/significance.ts'

afterEach(cleanup)

const table = (name = 'Pairs of configurations'): HTMLElement => screen.getByRole('table', { name })
const heads = (name?: string): string[] =>
  within(table(name))
    .getAllByRole('rowheader')
    .map((head) => head.textContent ?? '')
const header = (name: string): HTMLElement => within(table()).getByRole('columnheader', { name })
const sortBy = (name: string): Promise<void> =>
  userEvent.click(within(table()).getByRole('button', { name }))
const rowTexts = (name: RegExp): string[] =>
  Array.from(within(table()).getByRole('row', { name }).children, (cell) => cell.textContent ?? '')

const many = (count: number) =>
  significanceOf(
    Array.from({ length: count }, (_, place) =>
      groupOf({ name: `c${String(place).padStart(2, '0')}`, mean: 0.2 + place / 100 }),
    ),
  )

describe('SignificanceTable', () => {
  it('says of the pairs with the best how they differ, in numbers and words', () => {
    render(<SignificanceTable significance={threePairs} />)
    expect(heads()).toEqual([
      'lr-3e-4 5 seeds against lr-1e-4 5 seeds',
      'lr-3e-4 5 seeds against lr-1e-3 5 seeds',
    ])
    expect(rowTexts(/lr-1e-3/).slice(1)).toEqual([
      '≠ differ',
      '0.03220',
      '0.01803 to 0.04637',
      'strong (p = 0.0026)',
      '100 % of 25 pairs of seeds',
    ])
    expect(rowTexts(/lr-1e-4/)[1]).toBe('≈ within noise')
  })

  it('sums itself up', () => {
    render(<SignificanceTable significance={threePairs} />)
    const region = screen.getByRole('region', { name: 'How sure is the difference' })
    expect(region.textContent?.replaceAll(/[\u2068\u2069]/g, '')).toContain(
      '1 of 2 other configurations differs from lr-3e-4, the best mean, 1 within noise.',
    )
    expect(region.textContent).toContain('With 5 seeds you can only see differences of 2 seed-sd.')
    expect(region).toHaveAttribute('aria-busy', 'false')
  })

  it('says that none differs where none does', () => {
    render(
      <SignificanceTable
        significance={significanceOf([
          ...three.slice(0, 2),
          groupOf({ name: 'lone', mean: 0.6, n: 1 }),
        ])}
      />,
    )
    expect(
      screen
        .getByRole('region', { name: 'How sure is the difference' })
        .textContent?.replaceAll(/[\u2068\u2069]/g, ''),
    ).toContain(
      'None of 2 other configurations can be told from lr-3e-4, the best mean, 1 within noise, 1 with too few seeds to tell.',
    )
  })

  it('explains where interval, finding and recommendation seem to disagree', () => {
    const [best, second, third] = threePairs.groups
    if (best === undefined || second === undefined || third === undefined) throw new Error('none')
    const alone = pairOf(best, second, { interval: [0.001, 0.02], finding: 'within-noise' })
    const contender = pairOf(best, third, { finding: 'differs' })
    const { rerender } = render(
      <SignificanceTable significance={{ ...threePairs, pairs: [alone, contender] }} />,
    )
    const region = screen.getByRole('region', { name: 'How sure is the difference' })
    expect(region.textContent).toContain(
      'An interval is of its pair alone; evidence and finding allow for all 2 pairs',
    )
    expect(region.textContent).toContain('1 that differs here counts as a contender there.')
    expect(table().querySelectorAll('[data-clear]')).toHaveLength(1)

    const ruledOut = pairOf(best, { ...third, isContender: false }, { finding: 'differs' })
    rerender(<SignificanceTable significance={{ ...threePairs, pairs: [ruledOut] }} />)
    expect(region.textContent).not.toMatch(/An interval is of its pair|The recommendation asks/)
  })

  it('fits into 1034 pixels with names of ordinary length, and scrolls inside its own box below', () => {
    const { container, rerender } = render(
      <div style={{ inlineSize: 1034 }}>
        <SignificanceTable significance={threePairs} />
      </div>,
    )
    const box = (): Element => screen.getAllByRole('region', { name: /Pairs/ })[0] as Element
    expect(box().scrollWidth).toBeLessThanOrEqual(1034)
    rerender(
      <div style={{ inlineSize: 320 }}>
        <SignificanceTable significance={threePairs} />
      </div>,
    )
    expect(box().scrollWidth).toBeGreaterThan(320)
    expect(container.firstElementChild?.scrollWidth).toBe(320)
    expect(getComputedStyle(box()).backgroundAttachment).toContain('local')
  })

  it('stands one level lower where a section around it has a heading', () => {
    render(<SignificanceTable significance={threePairs} />)
    expect(
      screen.getByRole('heading', { level: 2, name: 'How sure is the difference' }),
    ).toBeVisible()
    cleanup()
    render(
      <IsNested.Provider value={true}>
        <SignificanceTable significance={threePairs} />
      </IsNested.Provider>,
    )
    expect(
      screen.getByRole('heading', { level: 3, name: 'How sure is the difference' }),
    ).toBeVisible()
  })

  it('draws each interval against the same zero', () => {
    render(<SignificanceTable significance={threePairs} />)
    const marks = table().querySelectorAll('svg')
    const zeros = Array.from(marks, (mark) => mark.querySelector('line')?.getAttribute('x1'))
    expect(marks).toHaveLength(2)
    expect(new Set(zeros).size).toBe(1)
    const isClear = Array.from(marks, (mark) => mark.hasAttribute('data-clear'))
    expect(isClear).toEqual([false, true])
  })

  it('shows all pairs when asked, and those with the best again', async () => {
    render(<SignificanceTable significance={threePairs} />)
    await userEvent.click(screen.getByRole('button', { name: 'Show all 3 pairs' }))
    expect(heads()).toHaveLength(3)
    await userEvent.click(screen.getByRole('button', { name: 'Show pairs with the best' }))
    expect(heads()).toHaveLength(2)
  })

  it('has no such button where all pairs are with the best', () => {
    render(<SignificanceTable significance={significanceOf(three.slice(0, 2))} />)
    expect(screen.queryByRole('button', { name: /Show/ })).toBeNull()
  })

  it('sorts by a click and says so, with what is missing last', async () => {
    const lone = groupOf({ name: 'lone', mean: 0.52, n: 1 })
    render(<SignificanceTable significance={significanceOf([...three, lone])} />)
    expect(header('Better by (eval loss)')).toHaveAttribute('aria-sort', 'ascending')
    expect(header('95 % interval')).not.toHaveAttribute('aria-sort')
    await sortBy('Evidence')
    expect(header('Evidence')).toHaveAttribute('aria-sort', 'ascending')
    expect(header('Better by (eval loss)')).toHaveAttribute('aria-sort', 'none')
    expect(heads().map((head) => /against (\S+)/.exec(head)?.[1])).toEqual([
      'lr-1e-3',
      'lr-1e-4',
      'lone',
    ])
    await sortBy('Evidence')
    expect(header('Evidence')).toHaveAttribute('aria-sort', 'descending')
    expect(heads().at(-1)).toContain('lone 1 seed')
  })

  it('says that a single seed tells nothing, and shows no number for it', () => {
    const lone = groupOf({ name: 'lone', mean: 0.52, n: 1 })
    render(<SignificanceTable significance={significanceOf([...three, lone])} />)
    expect(rowTexts(/lone/).slice(1)).toEqual([
      '? too few seeds to tell: with one seed there is no spread to compare with',
      '0.01100',
      '–no value',
      '–no value',
      '–no value',
    ])
  })

  it('lists the configurations with mean, seeds and chance to be the best', () => {
    render(<SignificanceTable significance={threePairs} />)
    const rows = within(table('Configurations')).getAllByRole('row').slice(1)
    expect(rows.map((row) => Array.from(row.children, (cell) => cell.textContent))).toEqual([
      ['lr-3e-4 ★ Best', '0.5090 ± 0.0088', '5', '60 %'],
      ['lr-1e-4', '0.5150 ± 0.0088', '5', '36 %'],
      ['lr-1e-3', '0.5412 ± 0.0088', '5', '22 %'],
    ])
  })

  it('gives the full value of the cell that has the focus, which arrow keys move', async () => {
    render(<SignificanceTable significance={threePairs} />)
    const cell = within(table()).getAllByRole('rowheader')[0]
    cell?.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(screen.getAllByRole('status')[0]?.textContent).toContain(
      '95 % interval of lr-3e-4 against lr-1e-3: 0.0180282361769 to 0.0463717638231',
    )
  })

  it('counts the pairs of seeds that a share stands for', () => {
    render(<SignificanceTable significance={threePairs} />)
    const cell = within(table()).getByRole('cell', { name: '68 % of 25 pairs of seeds' })
    expect(cell).toHaveAttribute('title', '17 of 25 pairs of seeds')
  })

  it('says that so many configurations were compared with the best alone', () => {
    const given = { ...threePairs, pairs: threePairs.pairs.slice(0, 2), scope: 'best' } as const
    render(<SignificanceTable significance={given} />)
    expect(screen.getByText(/compared with the best alone/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /Show all/ })).toBeNull()
  })

  it('is one tab stop for all cells of a table', () => {
    render(<SignificanceTable significance={threePairs} />)
    expect(table().querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1)
  })

  it('turns pages past two hundred pairs, and sorts across them', async () => {
    render(<SignificanceTable significance={many(21)} />)
    expect(screen.queryByRole('button', { name: 'Next rows' })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Show all 210 pairs' }))
    expect(heads()).toHaveLength(200)
    expect(screen.getByText('Rows 1 to 200 of 210')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Next rows' }))
    expect(heads()).toHaveLength(10)
    expect(heads().at(-1)).toContain('c00 5 seeds against c20')
    // The button stays focusable at the end, and does nothing there.
    expect(document.activeElement).toHaveAttribute('aria-disabled', 'true')
    await userEvent.keyboard('{Enter}')
    expect(screen.getByText('Rows 201 to 210 of 210')).toBeVisible()
    await sortBy('Better by (eval loss)')
    expect(screen.getByText('Rows 1 to 200 of 210')).toBeVisible()
    expect(heads()[0]).toContain('c00 5 seeds against c20')
  })

  it('tells configurations of one name apart by their first runs', () => {
    const [a, b] = [0.5, 0.6].map((mean) => groupOf({ name: 'sweep', mean }))
    if (a === undefined || b === undefined) throw new Error('no groups')
    const groups = [
      { ...a, key: 'a' },
      { ...b, key: 'b', runs: three[0]?.runs ?? [] },
    ]
    render(<SignificanceTable significance={significanceOf(groups)} />)
    expect(heads('Configurations')[1]).toContain('lr-3e-4 / seed 1')
  })

  it('shows how far it has come, and then the answer', () => {
    const { rerender } = render(<SignificanceTable significance={null} progress={0.426} />)
    expect(screen.getByRole('progressbar', { name: 'Computing: 42 %' })).toBeVisible()
    expect(screen.getByRole('region')).toHaveAttribute('aria-busy', 'true')
    rerender(<SignificanceTable significance={threePairs} progress={0.5} />)
    expect(screen.getByRole('progressbar', { name: 'Computing again: 50 %' })).toBeVisible()
    expect(heads()).toHaveLength(2)
    rerender(<SignificanceTable significance={threePairs} progress={1} />)
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it.each([
    [null, 'No configurations to compare yet.'],
    [
      { kind: 'undefined', reason: 'not-comparable' },
      'Not enough to tell: the runs were not measured on the same data.',
    ],
    [
      { kind: 'undefined', reason: 'too-few-groups' },
      'Not enough to tell: it takes two configurations.',
    ],
    [significanceOf(three.slice(0, 1)), 'One configuration: there is nothing to compare it with.'],
    [
      significanceOf([0.1, 0.2].map((mean) => groupOf({ name: `at ${mean}`, mean, n: 1 }))),
      'No configuration was run with several seeds, so there is no measure of noise.',
    ],
  ] as const)('says in words what is missing: %#', (significance, words) => {
    render(<SignificanceTable significance={significance} />)
    expect(
      screen.getByRole('region', { name: 'How sure is the difference' }).textContent,
    ).toContain(words)
  })

  it('scrolls within itself in a narrow column', () => {
    render(
      <div style={{ width: 320 }}>
        <SignificanceTable significance={many(4)} />
      </div>,
    )
    const section = screen.getByRole('region', { name: 'How sure is the difference' })
    expect(section.scrollWidth).toBeLessThanOrEqual(320)
    const scroll = screen.getByRole('region', { name: 'Pairs of configurations, scrolls sideways' })
    expect(scroll.scrollWidth).toBeGreaterThan(scroll.clientWidth)
  })

  it('speaks the words of a translation and passes its attributes on', () => {
    const ref = createRef<HTMLElement>()
    render(
      <MessagesProvider
        messages={{ evidence: { significance: { findings: { differs: 'verschieden' } } } }}
      >
        <SignificanceTable ref={ref} id="sure" className="mine" significance={threePairs} />
      </MessagesProvider>,
    )
    expect(rowTexts(/lr-1e-3/)[1]).toBe('≠ verschieden')
    expect(rowTexts(/lr-1e-4/)[1]).toBe('≈ within noise')
    expect(ref.current).toHaveAttribute('id', 'sure')
    expect(ref.current).toHaveClass('runoff', 'mine')
  })
})
