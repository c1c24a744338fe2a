import { describe, expect, it } from 'vitest'
import { defineRun, type RunInput } from '../run/defineRun.ts'
import type { Goal } from '../run/run.ts'
import { defineSeries } from '../series/defineSeries.ts'
import type { SeriesColumns } from '../series/series.ts'
import { costToTarget, type RunCurve } from './costToTarget.ts'

const hour = 3_600_000

/** Smoothed over three evaluations, it comes to 4 at step 40 and stays below: 9, 9, 6.3, 3.7, 1, 1. */
const columns: SeriesColumns = { steps: [10, 20, 30, 40, 50, 60], values: [9, 9, 9, 1, 1, 1] }
const timesMs = [1, 2, 3, 5, 6, 7].map((hours) => hours * hour)
const curveOf = (input: Omit<RunInput, 'id'>, extra: Partial<SeriesColumns> = {}): RunCurve => ({
  run: defineRun({ id: 'a', ...input }),
  series: defineSeries({ ...columns, ...extra }),
})
const timed = { status: 'completed', startedAtMs: hour, endedAtMs: 9 * hour }

describe('costToTarget', () => {
  it('takes the share of the steps where the points carry no times', () => {
    expect(costToTarget(curveOf({ gpuHours: 12 }), 4, 'min')).toEqual({
      kind: 'defined',
      gpuHours: 8,
      step: 40,
      reached: true,
      basis: 'steps',
    })
  })

  it('takes the share of all steps that the run took, of which the curve may be short', () => {
    const hoursOf = (input: Omit<RunInput, 'id'>, extra: Partial<SeriesColumns> = {}) => {
      const cost = costToTarget(curveOf({ gpuHours: 12, ...input }, extra), 4, 'min')
      return cost.kind === 'defined' ? cost.gpuHours : cost.reason
    }
    expect(hoursOf({ step: 80, epoch: 240 })).toBe(6)
    expect(hoursOf({ step: 30 })).toBe(8)
    expect(hoursOf({ step: 80, epoch: 240 }, { stepUnit: 'epoch' })).toBe(2)
    expect(hoursOf({ step: 80, epoch: 240 }, { stepUnit: 'record' })).toBe(8)
  })

  it('takes the share of epochs, of which there may be less than one', () => {
    const steps = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    const cost = costToTarget(curveOf({ gpuHours: 12 }, { steps, stepUnit: 'epoch' }), 4, 'min')
    expect(cost).toMatchObject({ gpuHours: expect.closeTo(8, 12), step: 0.4 })
  })

  it('takes the share of the time of what is reported', () => {
    // 4 of 8 hours had passed at step 40.
    expect(costToTarget(curveOf({ ...timed, gpuHours: 12 }, { timesMs }), 4, 'min')).toEqual({
      kind: 'defined',
      gpuHours: 6,
      step: 40,
      reached: true,
      basis: 'time',
    })
  })

  it('multiplies the time by the GPUs that are named, of a live run too', () => {
    const live = { status: 'running', startedAtMs: hour, params: { gpus: 3 } }
    const expected = { gpuHours: 12, basis: 'time' }
    expect(costToTarget(curveOf(live, { timesMs }), 4, 'min')).toMatchObject(expected)
    expect(
      costToTarget(curveOf({ ...timed, params: { gpus: 3 } }, { timesMs }), 4, 'min'),
    ).toMatchObject(expected)
  })

  it.each([
    ['before the start of the run', { startedAtMs: 5 * hour + 1 }],
    ['after its end', { endedAtMs: 5 * hour - 1 }],
    ['of a run without a start', { startedAtMs: null }],
    ['of a run without an end', { endedAtMs: null }],
    ['of a live run', { status: 'running' }],
  ])('takes the share of the steps for a time %s', (_, input) => {
    const curve = curveOf({ ...timed, gpuHours: 12, ...input }, { timesMs })
    expect(costToTarget(curve, 4, 'min')).toMatchObject({ gpuHours: 8, basis: 'steps' })
  })

  it('takes a time at the very start and at the very end for what it is', () => {
    const atStart = curveOf({ ...timed, gpuHours: 12, startedAtMs: 5 * hour }, { timesMs })
    expect(costToTarget(atStart, 4, 'min')).toMatchObject({ gpuHours: 0, basis: 'time' })
    const atEnd = curveOf({ ...timed, gpuHours: 12, endedAtMs: 5 * hour }, { timesMs })
    expect(costToTarget(atEnd, 4, 'min')).toMatchObject({ gpuHours: 12, basis: 'time' })
  })

  it('passes over a time that is not known', () => {
    const unknown = timesMs.with(3, NaN)
    const curve = curveOf({ ...timed, gpuHours: 12 }, { timesMs: unknown })
    expect(costToTarget(curve, 4, 'min')).toMatchObject({ gpuHours: 8, basis: 'steps' })
  })

  it('gives what was taken in vain where the curve never came there', () => {
    expect(costToTarget(curveOf({ gpuHours: 12, step: 120 }), 0.5, 'min')).toMatchObject({
      gpuHours: 6,
      step: 60,
      reached: false,
    })
  })

  it('looks for the other end where higher is better', () => {
    const values = columns.values
    const upward = curveOf(
      { gpuHours: 12 },
      { values: Array.from(values, (value) => -(value ?? 0)) },
    )
    expect(costToTarget(upward, -4, 'max')).toMatchObject({ step: 40, reached: true })
  })

  it('has no answer without GPU hours, or for a curve that has no value', () => {
    expect(costToTarget(curveOf({}), 4, 'min')).toEqual({ kind: 'undefined', reason: 'no-cost' })
    expect(
      costToTarget(curveOf({ status: 'running', startedAtMs: 0 }, { timesMs }), 4, 'min'),
    ).toEqual({ kind: 'undefined', reason: 'no-cost' })
    const negative = curveOf({ ...timed, gpuHours: -1 }, { timesMs })
    expect(costToTarget(negative, 4, 'min')).toEqual({ kind: 'undefined', reason: 'no-cost' })
    const empty = curveOf({ gpuHours: 12 }, { steps: [], values: [] })
    expect(costToTarget(empty, 4, 'min')).toEqual({ kind: 'undefined', reason: 'too-few-points' })
    const atZero = curveOf({ gpuHours: 12 }, { steps: [0], values: [1] })
    expect(costToTarget(atZero, 4, 'min')).toEqual({ kind: 'undefined', reason: 'no-cost' })
  })

  it('refuses a wrong goal and a target that is none', () => {
    const refusal = expect.objectContaining({ code: 'bad-option' })
    const goal: Goal = JSON.parse('"low"')
    expect(() => costToTarget(curveOf({}), 4, goal)).toThrow(refusal)
    expect(() => costToTarget(curveOf({}), NaN, 'min')).toThrow(refusal)
  })
})
