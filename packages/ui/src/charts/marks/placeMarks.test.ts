import { defineSeries, type CurveMark, type MetricSeries } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { styleOfSlot } from '../../style/runStyle.ts'
import { englishWords } from '../testdata/words.ts'
import { markSummary, markTexts } from './markTexts.ts'
import { placeMarks, type MarkedLine, type PlacedMarks } from './placeMarks.ts'

/** Steps 0, 10, 20, … */
const seriesOf = (values: readonly number[]): MetricSeries =>
  defineSeries({ steps: values.map((_, i) => i * 10), values })

const lineOf = (values: readonly number[], more: Partial<MarkedLine> = {}): MarkedLine => {
  const series = seriesOf(values)
  return {
    key: `line ${more.runId ?? 'a'}`,
    runId: 'a',
    name: 'Run A',
    phase: null,
    style: styleOfSlot(3),
    series,
    logged: [series],
    members: null,
    isLive: false,
    placed: { columns: series, sources: null },
    ...more,
  }
}

const best = (step: number, value: number): CurveMark => ({
  kind: 'best',
  step,
  value,
  checkpointPath: null,
})
const spike = (step: number, value: number, deviation = 9): CurveMark => ({
  kind: 'spike',
  step,
  value,
  deviation,
})
const divergence = (step: number, value: number | null, isOngoing = true): CurveMark => ({
  kind: 'divergence',
  step,
  value,
  isOngoing,
})
const restart = (step: number, value: number | null): CurveMark => ({
  kind: 'restart',
  step,
  value,
})

const place = (
  lines: readonly MarkedLine[],
  marks: readonly CurveMark[],
  options: Partial<Parameters<typeof placeMarks>[2]> = {},
): PlacedMarks =>
  placeMarks(lines, new Map([['a', marks]]), {
    toDrawn: (value) => value,
    ...englishWords,
    ...options,
  })

const kindsOf = ({ marks }: PlacedMarks): readonly string[] => marks.map(({ kind }) => kind)

describe('placeMarks', () => {
  it('puts a mark on its point, with the words and the colour of its line', () => {
    const { marks, leftOut } = place([lineOf([5, 3, 4])], [best(10, 3)])
    expect(marks).toEqual([
      {
        key: 'best 10 line a',
        runId: 'a',
        name: 'Run A',
        kind: 'best',
        x: 10,
        y: 3,
        label: 'best, 3.000 at step 10',
        colorVariable: '--runoff-color-3',
      },
    ])
    expect(leftOut).toBe(0)
  })

  it('stands at the logged value where the line is smoothed', () => {
    const smoothed = seriesOf([5, 5, 5])
    const line = lineOf([5, 9, 1], {
      series: smoothed,
      placed: { columns: smoothed, sources: null },
    })
    expect(place([line], [spike(10, 9)]).marks).toMatchObject([{ x: 10, y: 9 }])
  })

  it('takes the x from the axis, whatever it counts and however its points are ordered', () => {
    const line = lineOf([5, 3, 4], {
      placed: {
        columns: { steps: Float64Array.of(1.5, 2, 2.5) },
        sources: Uint32Array.of(2, 0, 1),
      },
    })
    const { marks } = place([line], [best(10, 3), restart(20, 4)])
    expect(marks).toMatchObject([
      { kind: 'best', x: 2.5, label: 'best, 3.000 at step 10' },
      { kind: 'restart', x: 1.5, label: 'restarted before step 20' },
    ])
  })

  it('leaves out what the axes have no place for', () => {
    const line = lineOf([5, 3, 4], {
      placed: { columns: { steps: Float64Array.of(7, 8) }, sources: Uint32Array.of(0, 2) },
    })
    expect(place([line], [best(10, 3)]).marks).toEqual([])
    const nowhere = { columns: { steps: new Float64Array(0) }, sources: null }
    expect(place([lineOf([5, 3], { placed: nowhere, isLive: true })], [best(10, 3)]).marks).toEqual(
      [],
    )
    const toDrawn = (value: number): number => (value > 0 ? Math.log10(value) : -Infinity)
    const onLog = place([lineOf([100, 0, NaN])], [best(0, 100), spike(10, 0)], { toDrawn })
    expect(onLog.marks).toMatchObject([{ kind: 'best', y: 2 }])
  })

  it('lets divergences and restarts stand at an x alone', () => {
    const marks = [divergence(10, null), divergence(20, 8, false), restart(30, 2)]
    expect(place([lineOf([1, NaN, 8, 2])], marks).marks).toMatchObject([
      { x: 10, y: null, label: 'diverged at step 10' },
      { x: 20, y: null, label: 'diverged at step 20, later recovered' },
      { x: 30, y: null, label: 'restarted before step 30' },
    ])
  })

  it('leaves out marks of runs that are hidden, missing or put together with others', () => {
    const marks = [best(10, 3)]
    const line = lineOf([5, 3])
    expect(place([line], marks, { hiddenRunIds: new Set(['a']) }).marks).toEqual([])
    expect(place([{ ...line, runId: 'b' }], marks).marks).toEqual([])
    expect(place([{ ...line, members: [] }], marks).marks).toEqual([])
    expect(place([], marks)).toEqual({ marks: [], leftOut: 0 })
  })

  it('leaves out marks that the series does not have any more', () => {
    const marks = [best(10, 2.5), best(5, 3), spike(90, 3), divergence(10, null), restart(15, null)]
    expect(place([lineOf([5, 3])], marks).marks).toEqual([])
  })

  it('gives a mark to the line of the run that it was found in', () => {
    const train = lineOf([5, 3, 2], { key: 'train a', phase: 'train' })
    const evaluated = lineOf([6, 4, 3], { key: 'eval a', phase: 'eval' })
    const { marks } = place([train, evaluated], [best(20, 3), restart(10, 3)])
    expect(marks.map(({ key, name }) => [key, name])).toEqual([
      ['best 20 eval a', 'Run A (E)'],
      ['restart 10 train a', 'Run A (T)'],
    ])
  })

  it('marks the current end of a live run at its last point', () => {
    const live = lineOf([5, 3, 4], { isLive: true })
    expect(place([live], []).marks).toMatchObject([
      { kind: 'end', x: 20, y: 4, label: 'still training, 4.000 at step 20' },
    ])
    expect(place([lineOf([5, NaN], { isLive: true })], []).marks).toEqual([])
    expect(place([lineOf([], { isLive: true })], []).marks).toEqual([])
  })

  it('names a place by what the series counts', () => {
    const series = defineSeries({ steps: [0.5, 1], values: [2, 1], stepUnit: 'epoch' })
    const line = lineOf([], {
      series,
      logged: [series],
      placed: { columns: series, sources: null },
    })
    expect(place([line], [best(1, 1)]).marks[0]?.label).toBe('best, 1.000 at epoch 1')
  })

  it('shows what is hidden in the path of a checkpoint', () => {
    const mark: CurveMark = { kind: 'best', step: 0, value: 5, checkpointPath: 'a\u202Eb' }
    expect(place([lineOf([5])], [mark]).marks[0]?.label).toBe(
      'best, 5.000 at step 0, checkpoint a\\u202Eb',
    )
  })

  it('keeps the most important where there are too many, and says how many it left out', () => {
    const line = lineOf([1, 2, 3, 4, 5, 6], { isLive: true })
    const marks = [
      spike(10, 2, 6),
      spike(20, 3, 90),
      spike(30, 4, 30),
      restart(40, 5),
      divergence(50, 6),
      best(0, 1),
    ]
    const all = place([line], marks)
    expect(kindsOf(all)).toEqual([
      'best',
      'end',
      'divergence',
      'restart',
      'spike',
      'spike',
      'spike',
    ])
    expect(all.marks.slice(4).map(({ x }) => x)).toEqual([20, 30, 10])
    const few = place([line], marks, { most: 5 })
    expect(few).toEqual({ marks: all.marks.slice(0, 5), leftOut: 2 })
  })

  it('shows at most 60 of any number, each with its own key', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 90 }), (values) => {
        const marks = values.map((value, i) => spike(i * 10, value))
        const placed = place([lineOf(values)], marks)
        const drawable = values.filter(Number.isFinite).length
        expect(placed.marks.length).toBe(Math.min(60, drawable))
        expect(placed.marks.length + placed.leftOut).toBe(drawable)
        expect(new Set(placed.marks.map(({ key }) => key)).size).toBe(placed.marks.length)
      }),
    )
  })
})

describe('marks in words', () => {
  const placed = place(
    [lineOf([5, 3, NaN, 4], { isLive: true })],
    [best(10, 3), spike(0, 5), spike(30, 4), divergence(20, null)],
  )

  it('are a sentence for each', () => {
    expect(markTexts(placed.marks, englishWords)).toEqual([
      'Run A: best, 3.000 at step 10',
      'Run A: still training, 4.000 at step 30',
      'Run A: diverged at step 20',
      'Run A: spike to 5.000 at step 0',
      'Run A: spike to 4.000 at step 30',
    ])
    expect(markTexts([], englishWords)).toEqual([])
  })

  it('are a sentence for all, with what was left out', () => {
    const counted = 'Marked: 1 best point, 1 run still training, 1 divergence, 2 spikes.'
    expect(markSummary(placed, englishWords)).toBe(counted)
    expect(markSummary({ ...placed, leftOut: 1 }, englishWords)).toBe(
      `${counted} 1 more mark is not shown.`,
    )
    expect(markSummary({ ...placed, leftOut: 1200 }, englishWords)).toBe(
      `${counted} 1\u202f200 more marks are not shown.`,
    )
    expect(markSummary({ marks: [], leftOut: 0 }, englishWords)).toBe('')
  })
})
