import { describe, expect, it } from 'vitest'
import { costMessages } from './costMessages.ts'
import { bestDrawn, costRuns } from './costRuns.ts'
import { costNotes, costSummary, standingText, type CostTextContext } from './costText.ts'
import { costOf, runNamed, sweep, sweepContenders } from './testdata/cost.ts'
import { englishFormatters } from '../testdata/formatters.ts'

const context: CostTextContext & { readonly andMore: (count: string) => string } = {
  messages: costMessages,
  formatters: englishFormatters,
  objective: sweep.objective,
  unit: 'gpuHours',
  currency: '',
  nameOf: (run) => run.name,
  andMore: (count) => `and ${count} more`,
}
const plain = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '')

describe('costRuns', () => {
  it('draws the cheapest first and knows contenders by id', () => {
    const { drawn, total } = costRuns(sweep, 'gpuHours', sweepContenders)
    expect(drawn.map(({ run }) => run.name)).toEqual([
      'lora r=4',
      'lora r=16',
      'prefix',
      'lora r=64',
      'lora r=64, wd 0',
      'full fine-tune',
    ])
    expect(drawn.filter(({ isContender }) => isContender).map(({ run }) => run.name)).toEqual([
      'lora r=64',
      'full fine-tune',
    ])
    expect(total).toBe(8)
  })

  it('draws by price those that have one, and keeps the others by name', () => {
    const given = costOf([
      { name: 'priced', value: 1, gpuHours: 2, price: 0 },
      { name: 'not priced', value: 1, gpuHours: 1 },
    ])
    const runs = costRuns(given, 'price', [])
    expect(runs.drawn.map(({ run, cost }) => [run.name, cost])).toEqual([['priced', 0]])
    expect(runs.withoutPrice.map(({ name }) => name)).toEqual(['not priced'])
    expect(costRuns(given, 'gpuHours', []).withoutPrice).toEqual([])
  })
})

describe('bestDrawn', () => {
  const { drawn } = costRuns(
    costOf([
      { name: 'dear', value: 1, gpuHours: 9 },
      { name: 'cheap', value: 1, gpuHours: 1 },
      { name: 'middle', value: 2, gpuHours: 5 },
    ]),
    'gpuHours',
    [],
  )

  it('is the cheapest of equally good runs', () => {
    expect(bestDrawn(drawn, { metric: 'eval/loss', goal: 'min' })?.run.name).toBe('cheap')
    expect(bestDrawn(drawn, { metric: 'eval/f1', goal: 'max' })?.run.name).toBe('middle')
  })

  it('is null where nothing is drawn', () => {
    expect(bestDrawn([], sweep.objective)).toBeNull()
  })
})

describe('costSummary', () => {
  it('names of equally cheap runs the best', () => {
    const equal = costOf([
      { name: 'worse', value: 0.4, gpuHours: 5, dominatedBy: 'good' },
      { name: 'good', value: 0.3, gpuHours: 5 },
      { name: 'dear', value: 0.2, gpuHours: 9 },
    ])
    expect(plain(costSummary(costRuns(equal, 'gpuHours', []), context))).toContain(
      'Cheapest: good with 5.000 GPU hours and eval loss 0.3000. Lowest: dear',
    )
  })

  it('says who is on the front and who is at its ends', () => {
    expect(plain(costSummary(costRuns(sweep, 'gpuHours', []), context))).toBe(
      '4 of 6 runs are on the front: no other run is both cheaper and better. ' +
        'Cheapest: lora r=4 with 5.100 GPU hours and eval loss 0.2810. ' +
        'Lowest: full fine-tune with 48.40 GPU hours and eval loss 0.2310.',
    )
  })

  it('names a run once that is both the cheapest and the best', () => {
    const one = costRuns(costOf([{ name: 'only', value: 0.5, gpuHours: 2 }]), 'gpuHours', [])
    expect(plain(costSummary(one, context))).toBe(
      '1 of 1 run is on the front: no other run is both cheaper and better. ' +
        'Cheapest and lowest: only with 2.000 GPU hours and eval loss 0.5000.',
    )
  })

  it('says that there is no run with both', () => {
    expect(costSummary(costRuns(costOf([]), 'gpuHours', []), context)).toBe(
      'No run has both a cost and a value.',
    )
  })
})

describe('standingText', () => {
  const standings = (contenders = sweepContenders) =>
    costRuns(sweep, 'gpuHours', contenders).drawn.map((run) => plain(standingText(run, context)))

  it('names by whom a run is dominated, and the contenders', () => {
    expect(standings()).toEqual([
      'on the front',
      'on the front',
      'dominated by lora r=16',
      'on the front, contender',
      'dominated by lora r=64',
      'on the front, contender',
    ])
  })

  it('says that a run is dominated where nobody says by whom', () => {
    const [run] = costRuns(sweep, 'gpuHours', []).drawn
    if (run === undefined) throw new Error('no run')
    expect(standingText({ ...run, isOnFront: false, isContender: true }, context)).toBe(
      'dominated, contender',
    )
  })
})

describe('costNotes', () => {
  it('says who is not drawn and why, and whose hours are estimated', () => {
    expect(costNotes(costRuns(sweep, 'gpuHours', []), context).map(plain)).toEqual([
      '1 of 8 runs has no cost and is not drawn: from a notebook.',
      '1 of 8 runs has no eval loss and is not drawn: just started.',
      'The GPU hours of 1 of 6 runs are wall time by the GPUs that their parameters name.',
    ])
  })

  it('names three and counts the rest', () => {
    const excluded = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
      run: runNamed(name),
      reason: 'no-cost' as const,
    }))
    const runs = costRuns(costOf([], { excluded }), 'gpuHours', [])
    expect(costNotes(runs, context).map(plain)).toEqual([
      '5 of 5 runs have no cost and are not drawn: a, b, c, and 2 more.',
    ])
  })

  it('tells a missing price from missing hours', () => {
    const given = costOf([{ name: 'a', value: 1, gpuHours: 2 }])
    const notes = costNotes(costRuns(given, 'price', []), { ...context, unit: 'price' })
    expect(notes.map(plain)).toEqual(['1 of 1 run has no price and is not drawn: a.'])
  })

  it('is silent where nothing is left out', () => {
    const given = costOf([{ name: 'a', value: 1, gpuHours: 2 }])
    expect(costNotes(costRuns(given, 'gpuHours', []), context)).toEqual([])
  })
})
