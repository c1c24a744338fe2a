import '../styles.css'
import { defineRun } from '@runoff/core'
import type { StoppingAdvice } from '@runoff/core/stats'
import { cleanup, render, screen, within } from '@testing-library/react'
import { createRef } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { StoppingAdviceList } from './StoppingAdviceList.tsx'
import { StoppingNote } from './StoppingNote.tsx'
import { keepGoing, liveRun, noAdvice, stop } from './testdata/stopping.ts'

afterEach(cleanup)

const region = (): HTMLElement => screen.getByRole('region', { name: 'Live runs' })
const items = (): string[] => screen.getAllByRole('listitem').map((item) => item.textContent ?? '')

describe('StoppingAdviceList', () => {
  it('lists the live runs in their order, each with its advice', () => {
    const runs = [
      liveRun('slow'),
      defineRun({ id: 'done', status: 'completed' }),
      liveRun('fine'),
      liveRun('new'),
    ]
    const advice = new Map([
      ['slow', stop],
      ['done', stop],
      ['fine', keepGoing],
    ])
    render(<StoppingAdviceList runs={runs} advice={advice} />)
    expect(items().map((text) => text.split('.')[0])).toEqual([
      'slow ■ Could be stopped: worse than the median of 12 past runs for 3 evaluations',
      'fine ▸ Keep going: no worse than the median of 12 past runs',
      'new … No advice yet',
    ])
    expect(region().textContent).toContain('1 of 3 live runs could be stopped.')
    expect(region().textContent).toContain('Advice only: nothing is stopped by itself.')
    expect(region()).toHaveAttribute('aria-busy', 'false')
  })

  it('counts the runs that it can say nothing of', () => {
    const advice = new Map<string, StoppingAdvice>([
      ['a', keepGoing],
      ['b', noAdvice('too-few-runs')],
    ])
    render(<StoppingAdviceList runs={['a', 'b', 'c'].map(liveRun)} advice={advice} />)
    expect(region().textContent).toContain(
      'The rule would stop none of 3 live runs; on 2 there is no advice.',
    )
  })

  it('says that all may go on', () => {
    render(<StoppingAdviceList runs={[liveRun('a')]} advice={new Map([['a', keepGoing]])} />)
    expect(region().textContent).toContain('The rule would stop none of 1 live run.')
  })

  it('says that it is at work until every run has its advice', () => {
    const runs = ['a', 'b'].map(liveRun)
    const { rerender } = render(
      <StoppingAdviceList runs={runs} advice={new Map([['a', stop]])} isLoading />,
    )
    expect(region().textContent).toContain('Comparing with past runs…')
    expect(region()).toHaveAttribute('aria-busy', 'true')
    rerender(
      <StoppingAdviceList
        runs={runs}
        advice={
          new Map([
            ['a', stop],
            ['b', keepGoing],
          ])
        }
        isLoading
      />,
    )
    expect(region().textContent).toContain('1 of 2 live runs could be stopped.')
  })

  it('says that no run is live', () => {
    render(<StoppingAdviceList runs={[defineRun({ id: 'a' })]} advice={new Map()} />)
    expect(region().textContent).toContain('No run is live.')
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('begins with twenty of many', async () => {
    const runs = Array.from({ length: 21 }, (_, place) => liveRun(`run ${place}`))
    render(<StoppingAdviceList runs={runs} advice={new Map()} />)
    expect(items()).toHaveLength(20)
    await userEvent.click(screen.getByRole('button', { name: 'Show all 21 live runs' }))
    expect(items()).toHaveLength(21)
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('tells runs of one name apart by their ids', () => {
    const runs = ['a', 'b'].map((id) => defineRun({ id, name: 'same', status: 'running' }))
    render(<StoppingAdviceList runs={runs} advice={new Map()} />)
    expect(new Set(items()).size).toBe(2)
  })

  it('fits a narrow column', () => {
    render(
      <div style={{ width: 320 }}>
        <StoppingAdviceList
          runs={[liveRun('a-name-that-has-no-place-at-which-a-line-could-be-broken-at-all')]}
          advice={new Map()}
        />
      </div>,
    )
    expect(region().scrollWidth).toBeLessThanOrEqual(320)
  })
})

describe('StoppingNote', () => {
  it('says it of one run, and passes ref and attributes to its element', () => {
    const ref = createRef<HTMLDivElement>()
    render(
      <StoppingNote ref={ref} id="note" className="mine" run={liveRun('slow')} advice={stop} />,
    )
    expect(ref.current).toHaveAttribute('data-advice', 'stop')
    expect(ref.current).toHaveAttribute('id', 'note')
    expect(ref.current).toHaveClass('runoff', 'mine')
    expect(within(ref.current as HTMLElement).getByText('slow')).toBeVisible()
    expect(ref.current?.textContent).toContain(
      'In past runs this rule would have stopped the eventual best 1 of 12 times.',
    )
  })

  it('names the metric that the runs are judged by', () => {
    const objective = { metric: 'eval/f1', goal: 'max' } as const
    render(<StoppingNote run={liveRun('a')} advice={keepGoing} objective={objective} />)
    expect(screen.getByText(/Best eval f1 so far/)).toBeVisible()
  })
})
