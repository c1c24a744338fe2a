import { describe, expect, it } from 'vitest'
import { defineRun, type RunInput } from '../run/defineRun.ts'
import { defineSeries } from '../series/defineSeries.ts'
import { extrapolate, type ExtrapolateOptions, type Extrapolation } from './extrapolate.ts'
import { powerLawExtrapolator, type Extrapolator } from './extrapolator.ts'
import type { PastRun } from './pastRun.ts'

const past = (
  id: string,
  values: readonly number[],
  input: Omit<RunInput, 'id'> = {},
): PastRun => ({
  run: defineRun({
    id,
    status: 'completed',
    totalSteps: 40,
    params: { lr_scheduler_type: 'constant' },
    ...input,
  }),
  series: defineSeries({ steps: values.map((_, i) => (i + 1) * 10), values }),
})
const live = (values: readonly number[], input: Omit<RunInput, 'id'> = {}): PastRun =>
  past('live', values, { status: 'running', ...input })
const flat = (ends: readonly number[]): readonly PastRun[] =>
  ends.map((end, i) => past(`run-${i}`, [1, 1, 1, end]))

/** Expects the last value to stay, give or take .5. */
const stays: Extrapolator = {
  name: 'stays',
  schedules: 'constant',
  project: ({ values }) => {
    const value = values.at(-1)
    return value === undefined ? null : { value, low: value - 0.5, high: value + 0.5 }
  },
}
const run = (given: PastRun, others: readonly PastRun[], options: ExtrapolateOptions = {}) =>
  extrapolate(given, others, { extrapolator: stays, ...options })
const refused = (extrapolation: Extrapolation) => {
  if (extrapolation.kind === 'defined') throw new Error('defined')
  return { reason: extrapolation.reason, ...extrapolation.evidence }
}

describe('extrapolate', () => {
  it('says where the run is expected at the end of its training, and how past runs went', () => {
    const ends = [1.25, 1.5, 0.5, 0.75, 2]
    expect(run(live([3, 2]), flat(ends))).toEqual({
      kind: 'defined',
      method: 'stays',
      step: 40,
      value: 2,
      low: 1.5,
      high: 2.5,
      // Expected less what came: -.25, -.5, .5, .25, -1; the last is the one not covered.
      backTest: { trials: 5, covered: 4, bias: -0.2, error: 0.5 },
    })
  })

  it('has no answer where more than a fifth of past runs ended outside their bands', () => {
    expect(refused(run(live([3, 2]), flat([1, 1, 1, 0.4, 1.6])))).toEqual({
      reason: 'weak-correlation',
      pastRuns: 5,
      needed: 5,
      backTest: { trials: 5, covered: 3, bias: expect.closeTo(0, 12), error: expect.closeTo(0.24) },
    })
    expect(run(live([3, 2]), flat([1, 1, 1, 1, 1, 1, 1, 1, 9, 9])).kind).toBe('defined')
    expect(run(live([3, 2]), flat([1, 1, 1, 1, 1, 1, 1, 9, 9])).kind).toBe('undefined')
  })

  it('answers for a schedule that is not constant only by an extrapolator that knows it', () => {
    const params = { lr_scheduler_type: 'cosine' }
    const others = Array.from({ length: 5 }, (_, i) => past(`${i}`, [1, 1, 1, 1], { params }))
    const given = live([3, 2], { params })
    expect(refused(run(given, others)).reason).toBe('schedules-differ')
    expect(run(given, others, { extrapolator: { ...stays, schedules: 'any' } }).kind).toBe(
      'defined',
    )
    expect(run(given, others, { schedule: () => 'constant' }).kind).toBe('defined')
    const unnamed = live([3, 2], { params: {} })
    expect(refused(run(unnamed, flat([1, 1, 1, 1, 1]))).reason).toBe('schedules-differ')
  })

  it('needs to know how long the training is', () => {
    const unknown = live([3, 2], { totalSteps: null })
    expect(refused(run(unknown, flat([1, 1, 1, 1, 1]))).reason).toBe('schedules-differ')
  })

  it('needs five completed runs, of the same schedule, long enough to cut', () => {
    expect(refused(run(live([3, 2]), flat([1, 1, 1, 1])))).toEqual({
      reason: 'too-few-runs',
      pastRuns: 4,
      needed: 5,
      backTest: null,
    })
    const linear = past('linear', [1, 1], { params: { lr_scheduler_type: 'linear' } })
    expect(refused(run(live([3, 2]), [...flat([1, 1, 1, 1]), linear]))).toMatchObject({
      reason: 'schedules-differ',
      pastRuns: 4,
    })
    const short = past('short', [1, 1])
    expect(refused(run(live([3, 2]), [...flat([1, 1, 1, 1]), short]))).toMatchObject({
      reason: 'too-few-runs',
      pastRuns: 4,
    })
  })

  it('has nothing to say at the end, before the start, or where the extrapolator has not', () => {
    const others = flat([1, 1, 1, 1, 1])
    const reasons = [
      run(live([4, 3, 2, 1]), others),
      run(live([]), others),
      run(live([NaN]), others),
      run(live([3, 2]), others, { extrapolator: { ...stays, project: () => null } }),
    ].map((one) => refused(one))
    expect(reasons.map(({ reason }) => reason)).toEqual(Array(4).fill('too-few-points'))
    expect(reasons[0]?.pastRuns).toBe(5)
    expect(run(live([4, 3, 2]), others).kind).toBe('defined')
  })

  it.each(['value', 'low', 'high'])('passes on no %s that is not finite', (field) => {
    const extrapolator: Extrapolator = {
      ...stays,
      project: () => ({ value: 1, low: 0, high: 2, [field]: NaN }),
    }
    expect(refused(run(live([3, 2]), flat([1, 1, 1, 1, 1]), { extrapolator }))).toMatchObject({
      reason: 'too-few-points',
    })
  })

  it('keeps the extrapolator whole, as a class of a host needs it', () => {
    class Offset implements Extrapolator {
      readonly name = 'offset'
      readonly schedules = 'any'
      readonly reach = 1
      project(): { value: number; low: number; high: number } {
        return { value: 1, low: 1 - this.reach, high: 1 + this.reach }
      }
    }
    const extrapolation = run(live([3, 2]), flat([1, 1, 1, 1, 1]), { extrapolator: new Offset() })
    expect(extrapolation).toMatchObject({ low: 0, high: 2 })
  })

  it('gives the extrapolator finite points up to the cut alone, at the same share of each run', () => {
    const seen: (readonly [readonly number[], readonly number[], number])[] = []
    const extrapolator: Extrapolator = {
      ...stays,
      project: ({ steps, values }, step) => {
        seen.push([steps, values, step])
        return { value: 1, low: -9, high: 9 }
      },
    }
    const longer = past('longer', [], { totalSteps: 44 })
    const series = defineSeries({ steps: [11, 22, 23, 44, 45], values: [5, 4, 3, 2, NaN] })
    const others = [{ ...longer, series }, ...flat([1, 1, 1, 1])]
    run(live([3, NaN]), others, { extrapolator })
    expect(seen[0]).toEqual([[10], [3], 40])
    // Half of 44 steps: the point at 22 is before the cut, and the last finite one is at 44.
    expect(seen).toContainEqual([[11, 22], [5, 4], 44])
    expect(seen).toContainEqual([[10, 20], [1, 1], 40])
  })

  it('gives the same answer whatever the order of the past runs, of which it takes the latest', () => {
    const others = flat([1.1, 0.7, 1.3, 0.9, 1.2, 1]).map(({ run: one, series }, i) => ({
      run: { ...one, endedAtMs: i },
      series,
    }))
    const given = live([3, 2])
    expect(run(given, others.toReversed())).toEqual(run(given, others))
    expect(run(given, others, { maximumRuns: 5 })).toMatchObject({ backTest: { trials: 5 } })
    const many = flat(Array.from({ length: 60 }, () => 1))
    expect(run(given, many)).toMatchObject({ backTest: { trials: 50 } })
  })

  it('draws a power law on by default', () => {
    const law = (c: number): readonly number[] =>
      Array.from({ length: 40 }, (_, i) => c + 2 * (i + 1) ** -0.5 + ((i * 7) % 5) / 1000)
    const others = [0.5, 0.6, 0.7, 0.8, 0.9].map((c, i) =>
      past(`${i}`, law(c), { totalSteps: 400 }),
    )
    const given = live(law(0.5).slice(0, 20), { totalSteps: 400 })
    const extrapolation = extrapolate(given, others)
    if (extrapolation.kind === 'undefined') throw new Error(extrapolation.reason)
    expect(extrapolation.method).toBe('power-law')
    expect(extrapolation.step).toBe(400)
    // .5 + 2 / sqrt(40) + .002, the mean of the ripple on top of the law
    expect(extrapolation.value).toBeCloseTo(0.818, 2)
    expect(extrapolation.low).toBeLessThan(extrapolation.value)
    expect(extrapolation.high).toBeGreaterThan(extrapolation.value)
  })
})

describe('powerLawExtrapolator', () => {
  const steps = Array.from({ length: 10 }, (_, i) => 2 ** i)
  const law = steps.map((t) => 0.5 + 2 * t ** -0.5)

  it('goes on as c + a t^-b', () => {
    // .5 + 2 * 4096^-.5
    expect(powerLawExtrapolator.project({ steps, values: law }, 4096)?.value).toBeCloseTo(
      0.53125,
      6,
    )
  })

  it('looks at the last 70 % of the points', () => {
    const project = (spoilt: readonly number[]) =>
      powerLawExtrapolator.project(
        { steps, values: law.map((value, i) => (spoilt.includes(i) ? 9 : value)) },
        4096,
      )?.value
    expect(project([0, 1, 2])).toBeCloseTo(0.53125, 6)
    expect(project([3])).not.toBeCloseTo(0.53125, 2)
  })

  it('is silent of a curve that is no power law', () => {
    const straight = steps.map((_, i) => 10 - i)
    const even = steps.map((_, i) => i + 1)
    expect(powerLawExtrapolator.project({ steps: even, values: straight }, 20)).toBeNull()
  })

  it('is silent where there are too few points', () => {
    expect(powerLawExtrapolator.project({ steps: [1], values: [2] }, 10)).toBeNull()
    expect(powerLawExtrapolator.project({ steps: [], values: [] }, 10)).toBeNull()
  })
})
