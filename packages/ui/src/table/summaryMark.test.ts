import {
  defaultObjective,
  defineRun,
  type DeltaNoise,
  type Objective,
  type RunInput,
} from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { columnOf, type SummaryColumn, type SummaryColumnId } from './summaryColumns.ts'
import { runLines, type SummaryLine } from './summaryLines.ts'
import { columnExtremes, summaryMark, type SummaryMark } from './summaryMark.ts'
import { summaryRows } from './summaryRow.ts'

interface Judged {
  readonly column: SummaryColumn
  readonly lines: readonly SummaryLine[]
}

function judged(inputs: readonly RunInput[], id: string, objective = defaultObjective): Judged {
  const runs = inputs.map((input, index) => defineRun({ id: index, ...input }))
  const rows = summaryRows(runs, objective)
  const column = columnOf(id, objective, rows)
  if (column === null) throw new Error(`no column ${id}`)
  return { column, lines: runLines(rows) }
}

/** Beside the first run. */
function marksOf(
  inputs: readonly RunInput[],
  id: string,
  objective: Objective = defaultObjective,
): SummaryMark[] {
  const { column, lines } = judged(inputs, id, objective)
  const found = columnExtremes([column], lines).get(id) ?? null
  const baseline = lines[0] ?? null
  return lines.map((line) => summaryMark(column, line, { found, objective, baseline }))
}

const standings = (...parameters: Parameters<typeof marksOf>): (string | null)[] =>
  marksOf(...parameters).map(({ standing }) => standing)

/** How the second of two losses is judged. */
function severityBeside(best: number, loss: number, noise: DeltaNoise | null): string | undefined {
  const { column, lines } = judged(losses(best, loss), 'best')
  const [baseline = null, second] = lines
  if (second === undefined) throw new Error('no second line')
  const context = { found: null, objective: defaultObjective, baseline, noise }
  return summaryMark(column, second, context).delta?.severity
}

const losses = (...values: (number | null)[]): RunInput[] =>
  values.map((min) => ({ metrics: { 'eval/loss': { min, last: min } } }))

describe('the standing of a value', () => {
  it('marks the best and the worst of a column', () => {
    expect(standings(losses(0.5, 0.25, 0.75), 'best')).toEqual([null, 'best', 'worst'])
  })

  it('may call a run that still goes the best, and not yet the worst', () => {
    const live = (min: number): RunInput => ({
      status: 'running',
      metrics: { 'eval/loss': { min } },
    })
    expect(standings([live(0.25), ...losses(0.5, 0.75)], 'best')).toEqual(['best', null, 'worst'])
    expect(standings([live(0.9), ...losses(0.5, 0.75)], 'best')).toEqual([null, 'best', null])
  })

  it('marks every run of a tie', () => {
    expect(standings(losses(0.25, 0.25, 0.5), 'best')).toEqual(['best', 'best', 'worst'])
  })

  it('marks nothing where there is nothing to be told apart', () => {
    expect(standings(losses(0.25), 'best')).toEqual([null])
    expect(standings(losses(0.25, 0.25), 'best')).toEqual([null, null])
    expect(standings(losses(0.25, null), 'best')).toEqual([null, null])
    expect(standings([], 'best')).toEqual([])
  })

  it('never marks NaN or an infinity', () => {
    const runs = [NaN, 1, 2, -Infinity, Infinity].map((last) => ({
      metrics: { 'train/loss': last },
    }))
    expect(standings(runs, 'trainLoss')).toEqual([null, 'best', 'worst', null, null])
  })

  it('turns with the goal', () => {
    const runs = [0.5, 0.9].map((max) => ({ metrics: { 'eval/f1': { max } } }))
    const objective: Objective = { metric: 'eval/f1', goal: 'max' }
    expect(standings(runs, 'best', objective)).toEqual(['worst', 'best'])
  })

  it('marks the fastest, unless the units differ', () => {
    const samples = [3, 9].map((value) => ({ metrics: { samples_per_second: value } }))
    const tokens = { metrics: { tokens_per_second: 5000 } }
    expect(standings(samples, 'speed')).toEqual(['worst', 'best'])
    expect(standings([...samples, tokens], 'speed')).toEqual([null, null, null])
  })

  it('knows no better end of a duration, a gap, or a count of steps', () => {
    const runs = [1, 2].map((n) => ({
      startedAtMs: 0,
      endedAtMs: n,
      params: { lr: n, batch_size: n },
      epoch: n,
      metrics: { 'eval/loss': { min: n, minStep: n }, 'train/loss': n / 2 },
    }))
    for (const id of [
      'duration',
      'gap',
      'learningRate',
      'batchSize',
      'epochs',
      'convergence',
    ] as const) {
      expect(standings(runs, id)).toEqual([null, null])
    }
  })
})

describe('the delta of a run', () => {
  it('says how far it lies behind the baseline, which has none itself', () => {
    const runs = losses(1, 1.04, 1.06, 1.15, 1.3)
    expect(marksOf(runs, 'best').map(({ delta }) => delta?.severity)).toEqual([
      undefined,
      'none',
      'slight',
      'moderate',
      'severe',
    ])
    expect(marksOf(runs, 'perplexity').map(({ delta }) => delta)).toEqual(runs.map(() => null))
  })

  it('has a direction, which is better or worse only where one end is better', () => {
    const run = (n: number): RunInput => ({
      params: { lr: n },
      metrics: { 'train/loss': n, 'eval/accuracy': n, 'eval/loss': { min: n } },
    })
    const directionsOf = (id: string): (string | undefined)[] =>
      marksOf([run(1), run(2), run(0.5), run(1)], id).map(({ delta }) => delta?.direction)
    expect(directionsOf('trainLoss')).toEqual([undefined, 'worse', 'better', 'equal'])
    expect(directionsOf('metric:last:eval/accuracy')).toEqual([
      undefined,
      'better',
      'worse',
      'equal',
    ])
    expect(directionsOf('learningRate')).toEqual([undefined, 'more', 'less', 'equal'])
    expect(directionsOf('param:lr')).toEqual([undefined, 'more', 'less', 'equal'])
    expect(directionsOf('model')).toEqual([undefined, undefined, undefined, undefined])
  })

  it('calls equal what differs by rounding alone, at any scale of the metric', () => {
    const directions = (base: number, other: number): string | undefined =>
      marksOf(losses(base, other), 'best')[1]?.delta?.direction
    expect(directions(0.3, 0.1 + 0.2)).toBe('equal')
    expect(directions(3e-20, 3.1e-20)).toBe('worse')
    expect(directions(0, 1e-300)).toBe('worse')
    expect(directions(0, 0)).toBe('equal')
  })

  it('compares no speeds of different units, and nothing with what is not finite', () => {
    const speeds = [{ metrics: { tps: 5 } }, { metrics: { samples_per_second: 6 } }]
    expect(marksOf(speeds, 'speed')[1]?.delta).toBeNull()
    const diverged = [{ metrics: { 'train/loss': 1 } }, { metrics: { 'train/loss': NaN } }]
    expect(marksOf(diverged, 'trainLoss')[1]?.delta).toBeNull()
    expect(marksOf(diverged.toReversed(), 'trainLoss')[1]?.delta).toBeNull()
  })

  it('is judged by the noise where it has no percentage, and by the percentage where it has one', () => {
    const noise = { isContender: false, minimumEffect: 0.1 }
    expect(severityBeside(-2, -1.95, noise)).toBe('slight')
    expect(severityBeside(-2, -1.9, noise)).toBe('moderate')
    expect(severityBeside(-2, -1.6, noise)).toBe('severe')
    expect(severityBeside(-2, -1.6, { ...noise, isContender: true })).toBe('none')
    expect(severityBeside(-2, -1.6, null)).toBe('none')
    expect(severityBeside(1, 1.3, { ...noise, isContender: true })).toBe('severe')
  })

  it('judges no run that still goes', () => {
    const runs = [losses(1)[0] ?? {}, { ...losses(2)[0], status: 'running' }]
    expect(marksOf(runs, 'best')[1]?.delta).toMatchObject({ direction: 'worse', severity: 'none' })
  })
})

describe('the marks of a cell', () => {
  it('marks a gap over 0.1', () => {
    const gap = (train: number): RunInput => ({
      metrics: { 'eval/loss': { min: 1 }, 'train/loss': train },
    })
    const marks = marksOf([gap(0.5), gap(0.95), gap(1.5)], 'gap')
    expect(marks.map(({ isLargeGap }) => isLargeGap)).toEqual([true, false, false])
    // 0.10000000000000009 in floating point.
    const even = { metrics: { 'eval/loss': { min: 1.1 }, 'train/loss': 1 } }
    expect(marksOf([even], 'gap')[0]?.isLargeGap).toBe(false)
  })

  it('tells where the source knows the last value alone', () => {
    const runs = [{ metrics: { 'eval/loss': 0.5 } }, { metrics: { 'eval/loss': { min: 0.4 } } }]
    expect(marksOf(runs, 'best').map(({ isLastOnly }) => isLastOnly)).toEqual([true, false])
    expect(marksOf(runs, 'trainLoss').map(({ isLastOnly }) => isLastOnly)).toEqual([false, false])
  })
})

describe('the end of a metric', () => {
  it('marks a best value after which the run diverged, in the columns of that metric alone', () => {
    const run = { metrics: { 'eval/loss': { min: 0.5, last: NaN }, 'train/loss': 1 } }
    const endOf = (id: SummaryColumnId, objective?: Objective): number | null | undefined =>
      marksOf([run], id, objective)[0]?.endedIn
    expect(endOf('best')).toBeNaN()
    expect(endOf('trainLoss')).toBeNull()
    expect(endOf('evalLoss', { metric: 'train/loss', goal: 'min' })).toBeNaN()
    expect(endOf('best', { metric: 'train/loss', goal: 'min' })).toBeNull()
  })

  it('leaves a value alone that is NaN itself', () => {
    expect(marksOf([{ metrics: { 'eval/loss': NaN } }], 'best')[0]?.endedIn).toBeNull()
  })
})
