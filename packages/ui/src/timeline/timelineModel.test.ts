import { defineRun, defineSeries, type RunInput } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { createFormatters } from '../format/formatters.ts'
import { formatMessages } from '../format/formatMessages.ts'
import { cursorAfter, cursorPoint } from './cursor.ts'
import { timelineMessages } from './messages.ts'
import { timelineMetrics } from './metricChoices.ts'
import { runEnd } from './runEnd.ts'
import {
  mixedTimeline,
  perEpoch,
  stepsOnly,
  timelineInput,
  timelineRun,
} from './testdata/timelineRuns.ts'
import { timelineModel, type TimelineModel } from './timelineModel.ts'
import type { SeriesByMetric } from './timelinePlaces.ts'
import { timelineNotes } from './timelineNotes.ts'
import { timelineTable } from './timelineTable.ts'
import {
  bestText,
  endText,
  rowState,
  timelineSummary,
  type TimelineWords,
} from './timelineWords.ts'

const objective = { metric: 'eval/loss', goal: 'min' } as const
const words: TimelineWords = {
  messages: timelineMessages,
  format: formatMessages,
  formatters: createFormatters(formatMessages),
  nameOf: (run) => run.name,
}

function modelOf(
  data: Parameters<typeof timelineInput>[0],
  metrics: readonly string[] = ['eval/loss'],
): TimelineModel {
  return timelineModel({ ...timelineInput(data), metrics, objective })
}

const runOf = (input: RunInput) => defineRun({ id: 'a', ...input })

describe('timelineModel', () => {
  it('lays evaluations along epochs as far as the longest plan', () => {
    const model = modelOf(mixedTimeline)
    expect(model).toMatchObject({ axis: 'epoch', from: 0, to: 12 })
    expect(model.lanes.map(({ end }) => end.kind)).toEqual([
      'whole',
      'whole',
      'short',
      'short',
      'live',
    ])
    expect([...(model.lanes[2]?.rows[0]?.placed?.columns.steps ?? [])]).toEqual([1, 2, 3, 4, 5])
  })

  it('takes steps where no run has epochs', () => {
    expect(modelOf(stepsOnly)).toMatchObject({ axis: 'step', from: 0, to: 2000 })
    expect(timelineNotes(modelOf(stepsOnly), null, words)).toContain(
      'No run logs epochs, so evaluations are placed by step.',
    )
  })

  it('gives a run without epochs no place among those that have them', () => {
    const [first] = stepsOnly
    if (first === undefined) throw new Error('no run')
    const model = modelOf([...mixedTimeline.slice(0, 1), first])
    expect(model.lanes[1]?.rows[0]?.placed?.columns.steps).toHaveLength(0)
    expect(timelineNotes(model, null, words)).toContain(
      '10 evaluations have no epoch and are not drawn.',
    )
  })

  it('reads the epochs of an evaluation from what else the run logged at its steps', () => {
    const train = perEpoch([3, 2, 1])
    const evaluated = defineSeries([
      { step: 150, value: 2 },
      { step: 400, value: 1 },
    ])
    const data = [
      {
        run: runOf({ status: 'completed' }),
        logged: new Map([
          ['eval/loss', evaluated],
          ['train/loss', train],
        ]),
      },
    ]
    const [lane] = modelOf(data).lanes
    expect([...(lane?.rows[0]?.placed?.columns.steps ?? [])]).toEqual([1.5, 4])
    expect(lane?.isEstimated).toBe(false)
  })

  it('computes them from the plan where nothing was logged, and says so', () => {
    const data = stepsOnly.map(({ run, logged }) => ({ run: { ...run, totalEpochs: 4 }, logged }))
    const model = modelOf(data)
    expect(model).toMatchObject({ axis: 'epoch', to: 4 })
    expect(model.lanes[0]?.rows[0]?.placed?.columns.steps.at(-1)).toBeCloseTo(4)
    expect(timelineNotes(model, null, words)).toContain('Epochs of 2 runs are computed from steps.')
  })

  it('takes the best value, of equal ones that of the checkpoint that the run names', () => {
    const best = (more: RunInput): number | null | undefined =>
      modelOf([timelineRun('a', [3, 1, 2, 1], more)]).lanes[0]?.rows[0]?.best
    expect(best({})).toBe(1)
    expect(best({ best: { step: 400 } })).toBe(3)
    expect(best({ best: { step: 950 } })).toBe(1)
    // A checkpoint that was the best by another metric.
    expect(best({ best: { step: 300 } })).toBe(1)
  })

  it('finds no best where nothing tells which end is better, nor where nothing is finite', () => {
    const odd = { run: runOf({}), logged: new Map([['something', perEpoch([1, 2])]]) }
    expect(modelOf([odd], ['something']).lanes[0]?.rows[0]).toMatchObject({
      goal: null,
      best: null,
      first: 0,
      last: 1,
    })
    const none = modelOf([timelineRun('a', [NaN, null])])
    expect(none.lanes[0]?.rows[0]).toMatchObject({ best: null, first: null, last: null })
    expect(none.ranges.size).toBe(0)
  })

  it('tells what is on its way from what was not logged', () => {
    const { runs } = timelineInput(mixedTimeline)
    const rowOf = (series: SeriesByMetric) =>
      timelineModel({ runs, series, metrics: ['eval/loss'], objective }).lanes[0]?.rows[0]
    expect(rowOf(new Map())).toMatchObject({ isAwaited: true, placed: null })
    expect(rowOf(new Map([['eval/loss', new Map()]]))).toMatchObject({ isAwaited: false })
  })

  it('has one lane for a run that is given twice, and an axis without any', () => {
    const [first] = mixedTimeline
    if (first === undefined) throw new Error('no run')
    expect(modelOf([first, first]).lanes).toHaveLength(1)
    expect(modelOf([])).toMatchObject({ lanes: [], from: 0, to: 1 })
  })
})

describe('runEnd', () => {
  it('is whole within a hundredth of the plan, short before it, live while it runs', () => {
    const kindOf = (input: RunInput, lastX = -Infinity): string =>
      runEnd(runOf(input), 'epoch', lastX).kind
    expect(kindOf({ status: 'completed', epoch: 2.98, totalEpochs: 3 })).toBe('whole')
    expect(kindOf({ status: 'completed', epoch: 2, totalEpochs: 3 })).toBe('short')
    expect(kindOf({ status: 'failed', totalEpochs: 3 }, 1)).toBe('short')
    expect(kindOf({ status: 'failed', epoch: 1 })).toBe('whole')
    expect(kindOf({ status: 'running', epoch: 2, totalEpochs: 3 })).toBe('live')
    expect(runEnd(runOf({ epoch: 2 }), 'epoch', 5).at).toBe(5)
    expect(runEnd(runOf({}), 'epoch', -Infinity)).toMatchObject({ at: null, planned: null })
  })
})

describe('the words of a timeline', () => {
  const model = modelOf(mixedTimeline)

  it('say all in one sentence', () => {
    expect(timelineSummary(model, 1, words)).toBe(
      'Timeline of eval loss: 5 runs over 12 epochs; best 0.2290 by lr-3e-4 / seed 1 at ' +
        'epoch 10/12, step 1\u202f000; 2 stopped short of the plan; 1 still training; 1 diverged.',
    )
    expect(timelineSummary(modelOf([]), 0, words)).toBe(
      'Timeline of eval loss: 0 runs, and nothing to draw of them yet.',
    )
  })

  it('say how each run ended and where it was best', () => {
    expect(model.lanes.map((lane) => endText(lane, 'epoch', words))).toEqual([
      'Completed',
      'Completed',
      'Failed at epoch 5/12',
      'Cancelled at epoch 6/12',
      'Running: epoch 7/12',
    ])
    const early = modelOf([timelineRun('a', [2, 1])]).lanes[0]
    expect(early && endText(early, 'epoch', words)).toBe('Stopped early at epoch 2/12')
    const [lane] = model.lanes
    const [row] = lane?.rows ?? []
    if (lane === undefined || row === undefined) throw new Error('no row')
    expect(bestText(lane, row, model, words)).toBe('Best 0.2290 at epoch 10/12, step 1\u202f000')
    expect(bestText(lane, row, { axis: 'epoch', metrics: ['a', 'b'] }, words)).toBe(
      'Best eval loss 0.2290 at epoch 10/12, step 1\u202f000',
    )
  })

  it('say why a row has no line', () => {
    const stateOf = (values: readonly (number | null)[]): string | null | undefined => {
      const [row] = modelOf([timelineRun('a', values)]).lanes[0]?.rows ?? []
      return row && rowState({ row, axis: 'epoch' }, words)
    }
    expect(stateOf([NaN, null])).toBe('No eval loss here is a finite number')
    expect(stateOf([])).toBe('No eval loss logged')
    expect(stateOf([1])).toBeNull()
  })

  it('count what is odd, beyond and left out of the picture', () => {
    const notes = timelineNotes(model, 20, words)
    expect(notes).toEqual([
      'Heights have one scale in all lanes: Loss 0.2290 to 1.100.',
      'Showing 20 of 42 evaluations, extremes kept.',
      '3 evaluations are NaN or infinite: ▽ NaN, ▲ ∞, ▼ −∞.',
    ])
    const sampled = { ...perEpoch([2, 1]), basis: 'sampled' as const, total: 900 }
    const data = [{ run: runOf({}), logged: new Map([['eval/loss', sampled]]) }]
    expect(timelineNotes(modelOf(data), 2, words)).toEqual([
      '2 of 900 evaluations, sampled by the source.',
    ])
  })

  it('are a table of every evaluation', () => {
    const table = timelineTable(modelOf([timelineRun('a', [2, NaN, 1])]), words)
    expect(table.columns).toEqual(['Run', 'Epoch', 'Step', 'Loss', 'Best'])
    expect(table.rows()).toEqual([
      ['a', '1', '100', '2', ''],
      ['a', '2', '200', 'NaN', ''],
      ['a', '3', '300', '1', 'Best'],
    ])
    const both = timelineTable(modelOf(mixedTimeline, ['eval/loss', 'eval/accuracy']), words)
    expect(both.columns).toEqual(['Run', 'Metric', 'Epoch', 'Step', 'Value', 'Best'])
    expect(both.rows()).toHaveLength(42 + 36)
  })
})

describe('the cursor', () => {
  const model = modelOf(mixedTimeline)
  const laneKey = model.lanes[0]?.key ?? ''
  const press = (from: ReturnType<typeof cursorAfter>, ...keys: readonly string[]) =>
    keys.reduce(
      (cursor, key) =>
        cursorAfter({ key, shiftKey: false }, model, {
          cursor: cursorPoint(model, cursor),
          laneKey,
        }),
      from,
    )

  it('moves along a lane and stops at its ends', () => {
    expect(press(null, 'ArrowRight')?.at).toBe(0)
    expect(press(null, 'End')?.at).toBe(11)
    expect(press(null, 'End', 'ArrowRight', 'ArrowLeft')?.at).toBe(10)
    expect(press(null, 'x')).toBeNull()
  })

  it('moves to the nearest evaluation of the lane below, and back', () => {
    const third = press(null, 'End', 'ArrowDown', 'ArrowDown')
    expect(third).toMatchObject({ laneKey: model.lanes[2]?.key, at: 4 })
    expect(press(third, 'ArrowUp')).toMatchObject({ laneKey: model.lanes[1]?.key, at: 4 })
    expect(press(null, 'Home', 'ArrowUp')).toMatchObject({ laneKey, at: 0 })
  })

  it('is nowhere once its evaluation is gone', () => {
    expect(cursorPoint(model, { laneKey, metric: 'eval/loss', at: 99 })).toBeNull()
    expect(cursorPoint(model, { laneKey: 'gone', metric: 'eval/loss', at: 0 })).toBeNull()
  })
})

describe('timelineMetrics', () => {
  it('offers what is there, and what can be loaded, the objective first', () => {
    const { runs, series } = timelineInput(mixedTimeline)
    const known = [...runs, runOf({ metrics: { grad_norm: 1 } })]
    const accuracy = { metric: 'eval/accuracy', goal: 'max' } as const
    expect(timelineMetrics(known, series, { objective: accuracy, canLoad: false })).toEqual([
      'eval/accuracy',
      'eval/loss',
      'train/loss',
    ])
    expect(timelineMetrics(known, series, { objective: accuracy, canLoad: true })).toContain(
      'grad_norm',
    )
  })
})
