import { describe, expect, it } from 'vitest'
import { defineRun, type RunInput } from '../run/defineRun.ts'
import { defineSeries } from '../series/defineSeries.ts'
import type { PastRun } from './pastRun.ts'
import { stoppingAdvice, type StoppingAdvice, type StoppingOptions } from './stoppingAdvice.ts'

const cosine = { params: { lr_scheduler_type: 'cosine' }, totalSteps: 60 }

/** A run that was evaluated every 10 steps. */
const past = (
  id: string,
  values: readonly number[],
  input: Omit<RunInput, 'id'> = {},
): PastRun => ({
  run: defineRun({ id, status: 'completed', ...cosine, ...input }),
  series: defineSeries({ steps: values.map((_, i) => (i + 1) * 10), values }),
})
const live = (values: readonly number[], input: Omit<RunInput, 'id'> = {}): PastRun =>
  past('live', values, { status: 'running', ...input })

/** So many runs side by side, 0 the best, all of whose curves fall by 1 at each evaluation. */
const falling = (count: number): readonly PastRun[] =>
  Array.from({ length: count }, (_, offset) =>
    past(
      `run-${offset}`,
      [50, 40, 30, 20, 10, 0].map((value) => value + offset),
    ),
  )

const defined = (advice: StoppingAdvice) => {
  if (advice.kind === 'undefined') throw new Error(advice.reason)
  return advice
}
const refused = (advice: StoppingAdvice) => {
  if (advice.kind === 'defined') throw new Error(advice.advice)
  return { reason: advice.reason, ...advice.evidence }
}

describe('stoppingAdvice', () => {
  it('advises to stop after two evaluations worse than the median, with its proof', () => {
    const advice = defined(stoppingAdvice(live([50, 45, 36, 30]), falling(8)))
    // Medians of 0 to 7 on top of 50, 40, 30, 20: 53.5, 43.5, 33.5, 23.5.
    expect(advice).toMatchObject({
      advice: 'stop',
      step: 40,
      value: 30,
      median: 23.5,
      worseSince: 3,
      tau: 1,
      pastRuns: 8,
      scheduleKnown: true,
      backTest: { runs: 8, stopped: 4, stoppedBest: 0, trials: 4 },
    })
    expect(advice.tauInterval[0]).toBeGreaterThan(0.6)
    // Four runs are stopped at step 20 of 60: 160 of 480 steps.
    expect(advice.backTest.savedShare).toBeCloseTo(1 / 3, 12)
  })

  it('advises to go on before that', () => {
    expect(defined(stoppingAdvice(live([50, 44]), falling(8)))).toMatchObject({
      advice: 'continue',
      worseSince: 1,
    })
    expect(defined(stoppingAdvice(live([60, 60, 33.5]), falling(8)))).toMatchObject({
      advice: 'continue',
      worseSince: null,
      median: 33.5,
    })
  })

  it('has the patience it is told to have', () => {
    const advise = (patience: number): string =>
      defined(stoppingAdvice(live([60, 60, 60]), falling(8), { patience })).advice
    expect([1, 3, 4].map(advise)).toEqual(['stop', 'stop', 'continue'])
  })

  it('stops a run that has no finite value, and shows none', () => {
    expect(defined(stoppingAdvice(live([NaN, NaN]), falling(8)))).toMatchObject({
      advice: 'stop',
      value: null,
      worseSince: 2,
    })
  })

  it('looks for the other end where higher is better', () => {
    const objective = { metric: 'eval/accuracy', goal: 'max' as const }
    const rising = falling(8).map(({ run, series }) => ({
      run,
      series: { ...series, values: series.values.map((value) => -value) },
    }))
    const advise = (values: readonly number[]): string =>
      defined(stoppingAdvice(live(values), rising, { objective })).advice
    expect(advise([-60, -60])).toBe('stop')
    expect(advise([-51, -41])).toBe('continue')
  })

  it('needs five completed runs', () => {
    const running = past('x', [1], { status: 'running' })
    expect(refused(stoppingAdvice(live([60, 60]), [...falling(4), running]))).toEqual({
      reason: 'too-few-runs',
      pastRuns: 4,
      needed: 5,
      tau: null,
      tauLow: null,
      backTest: null,
    })
    expect(refused(stoppingAdvice(live([60, 60]), []))).toMatchObject({ pastRuns: 0 })
    expect(refused(stoppingAdvice(live([60, 60]), falling(5))).reason).not.toBe('too-few-runs')
  })

  it('needs five of the same schedule and length', () => {
    const others = falling(8).map(({ run, series }, i) =>
      i < 4 ? { run, series } : { run: { ...run, params: new Map() }, series },
    )
    const evidence = refused(stoppingAdvice(live([60, 60]), others))
    expect(evidence).toMatchObject({ reason: 'schedules-differ', pastRuns: 4, tau: null })
    const longer = live([60, 60], { totalSteps: 67 })
    expect(refused(stoppingAdvice(longer, falling(8))).reason).toBe('schedules-differ')
    const unknown = live([60, 60], { totalSteps: null })
    expect(refused(stoppingAdvice(unknown, falling(8))).reason).toBe('schedules-differ')
  })

  it('says that no schedule is known where runs of one length name none', () => {
    const unnamed = falling(8).map(({ run, series }) => ({
      run: { ...run, params: new Map() },
      series,
    }))
    const advice = stoppingAdvice(live([60, 60], { params: {} }), unnamed)
    expect(defined(advice)).toMatchObject({ advice: 'stop', scheduleKnown: false })
  })

  it('takes the word of the host for a schedule', () => {
    const options: StoppingOptions = { schedule: (run) => (run.id === 'live' ? 'a' : 'b') }
    const evidence = refused(stoppingAdvice(live([60, 60]), falling(8), options))
    expect(evidence.reason).toBe('schedules-differ')
    const same: StoppingOptions = { schedule: () => 'a' }
    const unnamed = live([60, 60], { params: {} })
    expect(defined(stoppingAdvice(unnamed, falling(8), same)).scheduleKnown).toBe(true)
  })

  it('needs a point of the run itself', () => {
    expect(refused(stoppingAdvice(live([]), falling(8)))).toMatchObject({
      reason: 'too-few-points',
      pastRuns: 8,
    })
  })

  it('needs five runs that had a value this early', () => {
    const early = { ...live([]), series: defineSeries({ steps: [5], values: [60] }) }
    expect(refused(stoppingAdvice(early, falling(8)))).toMatchObject({
      reason: 'too-few-runs',
      pastRuns: 0,
    })
    const late = (from: number): readonly PastRun[] =>
      falling(8).map(({ run, series }, i) => ({
        run,
        series: i < from ? series : { ...series, values: series.values.with(0, NaN) },
      }))
    expect(refused(stoppingAdvice(live([60]), late(4)))).toMatchObject({
      reason: 'too-few-runs',
      pastRuns: 4,
    })
    // Five have a value, and a perfect order of five is not yet proof.
    expect(refused(stoppingAdvice(live([60]), late(5)))).toMatchObject({
      reason: 'weak-correlation',
    })
  })

  it('needs the early order to tell the final one: tau above .6 with 95 %', () => {
    const shuffled = [5, 3, 7, 1, 6, 0, 4, 2]
    const loose = falling(8).map(({ run }, i) =>
      past(
        run.id,
        [i, i, shuffled[i] ?? 0].map((v, at) => v - at * 100),
      ),
    )
    const evidence = refused(stoppingAdvice(live([60, 60]), loose))
    expect(evidence).toMatchObject({ reason: 'weak-correlation', pastRuns: 8, backTest: null })
    expect(evidence.tau).toBeLessThan(0)
    expect(evidence.tauLow).toBeLessThan(evidence.tau ?? NaN)
  })

  it('has no order to go by where all runs ended equal', () => {
    const equal = falling(8).map(({ run }) => past(run.id, [3, 2, 1]))
    expect(refused(stoppingAdvice(live([60, 60]), equal))).toMatchObject({
      reason: 'weak-correlation',
      tau: null,
      tauLow: null,
    })
  })

  it('takes a perfect order of six for proof, and not one of five', () => {
    // Fisher's z with half a pair turned round: .645 for six points, .175 for five.
    expect(refused(stoppingAdvice(live([60, 60]), falling(5)))).toMatchObject({
      reason: 'weak-correlation',
      tau: 1,
    })
    expect(stoppingAdvice(live([60, 60]), falling(6)).kind).toBe('defined')
  })

  it('reads past runs at the share of the training that the run has behind it', () => {
    // Of 66 steps each, they had their order at step 55, which is 50 of 60; at 50 they had not.
    const sorted = falling(8).map(({ run }, i) => ({
      run: { ...run, totalSteps: 66 },
      series: defineSeries({ steps: [44, 55, 66], values: [50, i + 9, i] }),
    }))
    const advice = stoppingAdvice(
      { ...live([]), series: defineSeries({ steps: [50], values: [60] }) },
      sorted,
    )
    expect(defined(advice).tau).toBe(1)
  })

  it('needs five runs that had a value at that share, too', () => {
    // Of 55 steps each, they had no value yet at step 45.8, which is 50 of 60.
    const shorter = falling(8).map(({ run }, i) => ({
      run: { ...run, totalSteps: 55 },
      series: defineSeries({ steps: [48, 55], values: [i + 9, i] }),
    }))
    const given = { ...live([]), series: defineSeries({ steps: [50], values: [60] }) }
    expect(refused(stoppingAdvice(given, shorter))).toMatchObject({
      reason: 'too-few-runs',
      pastRuns: 0,
    })
  })

  it('refuses where the rule would have stopped more than a tenth of the eventual bests', () => {
    /** Runs of which the given ones lie behind all others at first, and have their place later. */
    const withLate = (count: number, late: readonly number[]): readonly PastRun[] =>
      falling(count).map((one, i) =>
        late.includes(i)
          ? past(
              one.run.id,
              [90, 90, 30, 20, 10, 0].map((value) => value + i),
            )
          : one,
      )
    const advise = (count: number, late: readonly number[]) =>
      stoppingAdvice(live([90, 90, 90]), withLate(count, late))
    expect(defined(advise(14, [0])).backTest).toMatchObject({ stoppedBest: 1, trials: 10 })
    expect(refused(advise(13, [0]))).toMatchObject({
      reason: 'weak-correlation',
      tau: 1,
      backTest: { stoppedBest: 1, trials: 9 },
    })
    expect(refused(advise(14, [0, 1])).backTest).toMatchObject({ stoppedBest: 2, trials: 10 })
  })

  it('looks at the most recent runs alone', () => {
    const given = falling(8).map(({ run, series }, i) => ({
      run: { ...run, endedAtMs: i },
      series,
    }))
    const advice = defined(stoppingAdvice(live([60, 60]), given, { maximumRuns: 6 }))
    // The runs 2 to 7: 42 to 47 at step 20.
    expect(advice).toMatchObject({ pastRuns: 6, median: 44.5 })
    expect(defined(stoppingAdvice(live([60, 60]), falling(60))).pastRuns).toBe(50)
  })

  it('gives the same advice whatever the order of the past runs', () => {
    const given = falling(9)
    const advice = stoppingAdvice(live([60, 60]), given)
    expect(stoppingAdvice(live([60, 60]), given.toReversed())).toEqual(advice)
  })

  it('refuses options that mean nothing', () => {
    const refusal = expect.objectContaining({ code: 'bad-option' })
    const goal: 'min' = JSON.parse('"low"')
    const wrong: readonly StoppingOptions[] = [
      { patience: 0 },
      { patience: 1.5 },
      { maximumRuns: 4 },
      { objective: { metric: 'eval/loss', goal } },
    ]
    for (const options of wrong)
      expect(() => stoppingAdvice(live([1]), [], options)).toThrow(refusal)
    expect(stoppingAdvice(live([1]), [], { patience: 1, maximumRuns: 5 }).kind).toBe('undefined')
  })
})
