import '../styles.css'
import type { Run } from '@runoff/core'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { MessagesProvider } from '../messages/MessagesProvider.tsx'
import { RecommendationPanel } from './RecommendationPanel.tsx'
import * as given from './testdata/recommendations.ts'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const panel = (): HTMLElement => screen.getByRole('region', { name: 'Recommendation' })
const part = (name: string): HTMLElement => {
  const section = screen.getByRole('heading', { name }).closest('section')
  if (section === null) throw new Error(`no ${name}`)
  return section
}
/** React 18 draws what is within only after the event. */
const drawn = (): Promise<unknown> => screen.findByRole('table', { name: 'Scores' })

async function unfold(): Promise<void> {
  await userEvent.click(screen.getByText('Why, and how sure'))
  await drawn()
}
/** What stands beside a name in a list of facts. */
const fact = (within_: HTMLElement, term: string): string =>
  within(within_).getByText(term, { selector: 'dt' }).nextElementSibling?.textContent ?? ''

describe('RecommendationPanel', () => {
  it('begins with the answer, and says the verdict in its own word', () => {
    render(<RecommendationPanel recommendation={given.clearWinner} />)
    expect(panel().textContent).toMatch(/^Keep lr-3e-4 \/ seed 1 \(checkpoint-900\)\. Clear winner/)
    expect(within(panel()).getByText('Clear winner')).toBeVisible()
    expect(within(panel()).getByText('lr-3e-4 / seed 1', { selector: 'strong bdi' })).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'Why' })).toBeNull()
  })

  it('unfolds what the answer rests on from the keyboard', async () => {
    render(<RecommendationPanel recommendation={given.clearWinner} />)
    await userEvent.tab()
    expect(document.activeElement?.textContent).toBe('Why, and how sure')
    await userEvent.keyboard('{Enter}')
    await drawn()
    expect(within(part('Why')).getAllByRole('listitem')[0]?.textContent).toBe(
      'It has the lowest eval loss: 0.2311.',
    )
    expect(fact(part('How sure'), 'Margin')).toBe('0.03560, which is 12.3 times its noise')
  })

  it('has the checkpoint with its path to copy', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    render(<RecommendationPanel recommendation={given.clearWinner} />)
    await unfold()
    const checkpoint = part('Checkpoint')
    expect(fact(checkpoint, 'Run id')).toBe('lr-3e-4 / seed 1')
    expect(fact(checkpoint, 'Loss')).toBe('0.2311')
    expect(fact(checkpoint, 'Epoch')).toBe('2.7')
    expect(fact(checkpoint, 'Step')).toBe('900')
    expect(fact(checkpoint, 'Path')).toContain('outputs/lr-3e-4 / seed 1/checkpoint-900')
    await userEvent.click(within(checkpoint).getByRole('button', { name: 'Copy path' }))
    expect(write).toHaveBeenCalledWith('outputs/lr-3e-4 / seed 1/checkpoint-900')
    expect(await within(checkpoint).findByText('Copied')).toBeVisible()
  })

  it('says so where a path cannot be copied, and where there is none', async () => {
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'))
    const { rerender } = render(<RecommendationPanel recommendation={given.clearWinner} />)
    await unfold()
    await userEvent.click(screen.getByRole('button', { name: 'Copy path' }))
    expect(await screen.findByText('Could not be copied')).toBeVisible()
    const { checkpoint } = given.clearWinner
    if (checkpoint === null) throw new Error('no checkpoint')
    const recommendation = { ...given.clearWinner, checkpoint: { ...checkpoint, path: null } }
    rerender(<RecommendationPanel recommendation={recommendation} />)
    expect(fact(part('Checkpoint'), 'Path')).toBe('not named by the source')
  })

  it('shows the smoothed choice only where it is another step', async () => {
    const { rerender } = render(<RecommendationPanel recommendation={given.smoothedChoice} />)
    await unfold()
    expect(fact(part('Checkpoint'), 'Step')).toBe('100')
    expect(fact(part('Checkpoint'), 'Smoothed choice')).toMatch(
      /^step 700 \(0\.23\d+, mean of 3 evaluations\)/,
    )
    const { checkpoint } = given.smoothedChoice
    if (checkpoint === null) throw new Error('no checkpoint')
    const same = { ...given.smoothedChoice, checkpoint: { ...checkpoint, step: 700 } }
    rerender(<RecommendationPanel recommendation={same} />)
    expect(screen.queryByText('Smoothed choice')).toBeNull()
  })

  it('shows what every score is made of', async () => {
    render(<RecommendationPanel recommendation={given.byScore} />)
    await unfold()
    const rows = within(screen.getByRole('table', { name: 'Scores' })).getAllByRole('row')
    expect(rows.map((row) => Array.from(row.children, (cell) => cell.textContent))).toEqual([
      ['Run', 'Score', 'Loss', 'Evaluation', 'Overfit', 'Gap'],
      ['b Recommended', '88.3', '0.6000', '83.3', '100', '0.02000'],
      ['a', '79.0', '0.5000', '100.0', '30', '0.2000'],
    ])
    expect(part('How the score is made')).toBeVisible()
    const how = part('How the score is made').textContent
    expect(how).toContain('70 % evaluation score and 30 % overfit score')
    expect(how).toContain('100 × the lowest eval loss ÷ that of the run')
  })

  it('explains the score by the rule that made it', async () => {
    const { rerender } = render(<RecommendationPanel recommendation={given.negative} />)
    await unfold()
    const text = (): string => part('How the score is made').querySelector('p')?.textContent ?? ''
    expect(text()).toContain('down to 0 for the worst, as not all are positive.')
    rerender(<RecommendationPanel recommendation={given.bestValueRuledOut} />)
    expect(text()).toMatch(/^The evaluation score alone\. Evaluation score: 100 ×/)
    rerender(<RecommendationPanel recommendation={given.contendersByEvidence} />)
    expect(text()).toMatch(/^Contenders score 0/)
    rerender(<RecommendationPanel recommendation={given.ownPolicy} />)
    expect(text()).toBe('By the policy “cheapFirst” of this page.')
    rerender(<RecommendationPanel recommendation={given.maximised} />)
    expect(text()).toContain('of the run ÷ the highest.')
  })

  it('cuts a long list, and shows all of it when asked to', async () => {
    render(<RecommendationPanel recommendation={given.many} />)
    await unfold()
    const others = part('The other runs')
    const count = (): number => within(others).getAllByRole('listitem').length
    expect(count()).toBe(6)
    await userEvent.click(within(others).getByRole('button', { name: 'Show all 59' }))
    expect(count()).toBe(59)
    const fewer = within(others).getByRole('button', { name: 'Show fewer' })
    expect(fewer).toHaveAttribute('aria-expanded', 'true')
    await userEvent.click(fewer)
    expect(count()).toBe(6)
    expect(within(part('How the score is made')).getAllByRole('row')).toHaveLength(7)
  })

  it('opens a run through the host from every place that names it', async () => {
    const onOpenRun = vi.fn<(run: Run) => void>()
    render(<RecommendationPanel recommendation={given.clearWinner} onOpenRun={onOpenRun} />)
    await unfold()
    const winner = screen.getAllByRole('button', { name: 'lr-3e-4 / seed 1' })
    expect(winner).toHaveLength(3)
    for (const name of winner) await userEvent.click(name)
    await userEvent.click(
      within(part('The other runs')).getByRole('button', { name: 'lr-1e-3 / seed 1' }),
    )
    expect(onOpenRun.mock.calls.map(([run]) => run.id)).toEqual([
      'lr-3e-4 / seed 1',
      'lr-3e-4 / seed 1',
      'lr-3e-4 / seed 1',
      'lr-1e-3 / seed 1',
    ])
  })

  it('says of which runs all this is said', () => {
    const { rerender } = render(
      <RecommendationPanel recommendation={given.someLeftOut} scope="selected" />,
    )
    const left = '3 judged; left out: 1 still running, 1 not completed, 1 without eval loss.'
    expect(panel().textContent).toContain(`Unreplicated Of 6 selected runs, ${left}`)
    rerender(<RecommendationPanel recommendation={given.someLeftOut} scope="loaded" />)
    expect(panel().textContent).toContain(`Of the 6 runs loaded so far, ${left}`)
    rerender(<RecommendationPanel recommendation={given.unreplicated} />)
    expect(panel().textContent).toContain('Of 3 runs, all judged.')
    rerender(<RecommendationPanel recommendation={given.contenders} />)
    expect(panel().textContent).toContain('Contenders (3) Of 12 runs, all judged.')
    rerender(<RecommendationPanel recommendation={given.onlyRun} scope="selected" />)
    expect(panel().textContent).toContain('Of 1 selected run.')
  })

  it('praises no run that the evidence rules out', () => {
    render(<RecommendationPanel recommendation={given.ruledOut} />)
    expect(within(panel()).queryByText('Clear winner')).toBeNull()
    expect(panel().textContent).toContain('Clear winner: a / seed 3 Of 6 runs, all judged.')
  })

  it('claims no verdict where there is no run', () => {
    render(<RecommendationPanel recommendation={given.noRuns} />)
    expect(panel().textContent).toBe('No run to compare.')
  })

  it.each([1000, 600, 360])(
    'keeps its height from loading to any answer, at %i pixels',
    (width) => {
      const states = [
        null,
        given.noRuns,
        given.clearWinner,
        given.contenders,
        given.unreplicated,
        given.tied,
        given.twoDatasets,
        given.onlyLive,
        given.someLeftOut,
      ]
      const heights = states.map((recommendation) => {
        const { container, unmount } = render(
          <div style={{ inlineSize: width }}>
            <RecommendationPanel recommendation={recommendation} />
          </div>,
        )
        const height = container.querySelector('section')?.getBoundingClientRect().height
        expect(container.querySelector('section')?.scrollWidth).toBeLessThanOrEqual(width)
        unmount()
        return Math.round(height ?? 0)
      })
      expect(new Set(heights).size).toBe(1)
    },
  )

  it('renders hostile names as the text they are, each apart from its neighbours', async () => {
    render(<RecommendationPanel recommendation={given.hostileNames} />)
    await unfold()
    expect(document.querySelector('img')).toBeNull()
    const names = Array.from(panel().querySelectorAll('bdi'), (element) => element.textContent)
    expect(names).toContain('<img src=x onerror="document.title = 1">')
    expect(names).toContain('عربي 12 نص')
    expect(names.some((name) => name?.startsWith('user\\u202E'))).toBe(true)
    expect(panel().textContent).not.toMatch(/[\u202e\u2066-\u2069]/)
  })

  it('speaks the language of the catalogue, names and all', () => {
    const messages = {
      recommendation: {
        region: 'Empfehlung',
        answer: { keep: (name: string) => `${name} behalten` },
        verdicts: { 'clear-winner': 'Eindeutig' },
      },
    }
    render(
      <MessagesProvider messages={messages}>
        <RecommendationPanel recommendation={given.clearWinner} />
      </MessagesProvider>,
    )
    const region = screen.getByRole('region', { name: 'Empfehlung' })
    expect(region.textContent).toMatch(/^lr-3e-4 \/ seed 1 behalten/)
    expect(within(region).getByText('Eindeutig')).toBeVisible()
  })

  it('passes attributes and ref through to its section', () => {
    const ref = createRef<HTMLElement>()
    render(
      <RecommendationPanel
        ref={ref}
        recommendation={given.clearWinner}
        className="mine"
        data-testid="part"
      />,
    )
    expect(ref.current).toBe(screen.getByTestId('part'))
    expect(ref.current).toHaveClass('runoff', 'runoff-recommendation', 'mine')
  })
})
