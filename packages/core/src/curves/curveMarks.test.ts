import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { series } from '../testdata/arbitraries.ts'
import type { CurveMark } from './curveMark.ts'
import { curveMarks, startCurveMarks, type CurveMarksOptions } from './curveMarks.ts'
import { columnsOf, normals, seriesOf } from './testdata/curves.ts'

const marksOf = (
  values: readonly number[],
  options: Partial<CurveMarksOptions> = {},
): readonly CurveMark[] => curveMarks(seriesOf(values), { goal: 'min', ...options })

const ofKind = (marks: readonly CurveMark[], kind: CurveMark['kind']): readonly CurveMark[] =>
  marks.filter((mark) => mark.kind === kind)

const calm = (length: number): number[] => {
  const next = normals(4)
  return Array.from({ length }, () => 10 + next())
}

describe('the best', () => {
  it('is the first of the lowest or highest finite values', () => {
    const values = [5, 3, NaN, 4, 3, -Infinity, Infinity, 4]
    expect(ofKind(marksOf(values), 'best')).toEqual([
      { kind: 'best', step: 2, value: 3, checkpointPath: null },
    ])
    expect(ofKind(marksOf(values, { goal: 'max' }), 'best')).toMatchObject([{ step: 1, value: 5 }])
  })

  it('is the checkpoint that the run names, where the series has a value at its step', () => {
    const best = { step: 4, checkpointPath: 'runs/a/step-4' }
    expect(ofKind(marksOf([5, 3, NaN, 4], { best }), 'best')).toEqual([
      { kind: 'best', step: 4, value: 4, checkpointPath: 'runs/a/step-4' },
    ])
  })

  it('has no checkpoint where the named step is not in the series', () => {
    for (const step of [9, 2.5, NaN, null, 3]) {
      const best = { step, checkpointPath: 'runs/a/other' }
      expect(ofKind(marksOf([5, 3, NaN, 4], { best }), 'best')).toEqual([
        { kind: 'best', step: 2, value: 3, checkpointPath: null },
      ])
    }
  })

  it('is not there without a goal or a value', () => {
    expect(
      ofKind(marksOf([5, 3, 4], { goal: null, best: { step: 2, checkpointPath: null } }), 'best'),
    ).toEqual([])
    expect(marksOf([])).toEqual([])
    expect(marksOf([NaN, Infinity])).toEqual([])
  })
})

describe('divergence', () => {
  it('is where a curve stopped being finite until its end', () => {
    expect(ofKind(marksOf([5, 4, NaN, 3, NaN, Infinity, NaN]), 'divergence')).toEqual([
      { kind: 'divergence', step: 5, value: null, isOngoing: true },
    ])
    expect(ofKind(marksOf([5, 4, NaN], { goal: null }), 'divergence')).toMatchObject([{ step: 3 }])
  })

  it('is not a value that was missed, nor a log that holds a value now and then', () => {
    expect(ofKind(marksOf([5, 4, NaN, 3, 2, 1]), 'divergence')).toEqual([])
    expect(ofKind(marksOf([5, NaN, NaN, 4, NaN, NaN, 3, NaN, NaN]), 'divergence')).toEqual([])
    expect(ofKind(marksOf([NaN, NaN, NaN]), 'divergence')).toEqual([])
  })

  it('is where a curve goes far beyond its begin, with gaps or without', () => {
    const values = calm(60).map((value, i) => (i >= 20 ? value + 90 : value))
    const [mark] = ofKind(marksOf(values), 'divergence')
    expect(mark).toMatchObject({ isOngoing: true })
    // Means of five: the first with a raised value among them is that of the 19th point.
    expect(mark?.step).toBe(19)
    expect(mark).toMatchObject({ value: values[18] })
    values.splice(40, 1, NaN)
    expect(ofKind(marksOf(values), 'divergence')).toMatchObject([{ step: 19, isOngoing: true }])
    expect(ofKind(marksOf(values, { goal: 'max' }), 'divergence')).toEqual([])
    expect(ofKind(marksOf(values, { goal: null }), 'divergence')).toEqual([])
    const passing = calm(60).map((value, i) => (i >= 20 && i < 32 ? value + 90 : value))
    expect(ofKind(marksOf(passing), 'divergence')).toMatchObject([{ step: 19, isOngoing: false }])
  })
})

describe('restarts', () => {
  it('are marked at the first point from the step that was given', () => {
    const marks = marksOf([5, 4, NaN, 2], { restarts: [3, 1.5, 1, 0, 4.1, NaN, 1.7] })
    expect(ofKind(marks, 'restart')).toEqual([
      { kind: 'restart', step: 2, value: 4 },
      { kind: 'restart', step: 3, value: null },
    ])
  })

  it('are those that the columns show as well, each once', () => {
    const marks = curveMarks(columnsOf([1, 2, 3, 2, 3], [5, 4, 3, 4, 3]), {
      goal: 'min',
      restarts: [],
    })
    expect(ofKind(marks, 'restart')).toEqual([{ kind: 'restart', step: 2, value: 4 }])
  })
})

describe('spikes', () => {
  // Of seven values that repeat none is far from the others.
  const values = calm(100).map((_, i) => i % 7)
  values[40] = 90
  values[60] = 400
  values[80] = 200

  it('are kept by size, in the order of training', () => {
    const steps = (options: Partial<CurveMarksOptions>): readonly number[] =>
      ofKind(marksOf(values, options), 'spike').map(({ step }) => step)
    expect(steps({})).toEqual([41, 61, 81])
    expect(steps({ mostSpikes: 2 })).toEqual([61, 81])
    expect(steps({ mostSpikes: 0 })).toEqual([])
    expect(steps({ goal: 'max' })).toEqual([])
  })

  it('go up where no goal is known', () => {
    expect(ofKind(marksOf(values, { goal: null }), 'spike')).toHaveLength(3)
  })
})

it('refuses a goal or a count that is none before any work is done', () => {
  const bad = expect.objectContaining({ code: 'bad-option' })
  const start = (options: CurveMarksOptions): unknown => startCurveMarks(seriesOf([]), options)
  expect(() => start({ goal: 'low' as 'min' })).toThrow(bad)
  for (const mostSpikes of [-1, 1.5, NaN]) {
    expect(() => start({ goal: 'min', mostSpikes })).toThrow(bad)
  }
})

it('comes to its answer in slices that tell how far it is', () => {
  const work = startCurveMarks(seriesOf(calm(40_000)), { goal: 'min' })
  const shares: number[] = []
  let step = work.next()
  for (; step.done !== true; step = work.next()) shares.push(step.value)
  expect(shares.length).toBeGreaterThan(12)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBeCloseTo(1, 12)
  expect(step.value).toEqual(marksOf(calm(40_000)))
})

it('marks only points that are there', () => {
  fc.assert(
    fc.property(series, fc.constantFrom('min' as const, 'max' as const, null), (curve, goal) => {
      for (const mark of curveMarks(curve, { goal })) {
        const value = curve.values[curve.steps.indexOf(mark.step)] ?? NaN
        expect(mark.value).toBe(Number.isFinite(value) ? value : null)
      }
    }),
  )
})
