import { describe, expect, it } from 'vitest'
import type { Objective, Run } from '../run/run.ts'
import { seededRandom } from '../stats/random.ts'
import { defineSeries } from '../series/defineSeries.ts'
import type { MetricSeries } from '../series/series.ts'
import { bestRun } from './bestRun.ts'
import { deltaFromBest } from './deltaFromBest.ts'
import { estimateRuns } from './estimate.ts'
import { recommend } from './recommend.ts'
import type { Reason, ReasonCode } from './reasons.ts'
import { known, runOf, seedsOf } from './testdata/runs.ts'

const loss: Objective = { metric: 'eval/loss', goal: 'min' }
const accuracy: Objective = { metric: 'eval/accuracy', goal: 'max' }

function reasonOf<C extends ReasonCode>(
  reasons: readonly Reason[],
  code: C,
): Extract<Reason, { code: C }> | undefined {
  return reasons.find((reason): reason is Extract<Reason, { code: C }> => reason.code === code)
}

/** Each is a way in which the rules that people ask for go wrong, and what is said instead. */
describe('the faults of simple rules', () => {
  describe('1: the best of many evaluations beats the best of few of the same run', () => {
    /** The same truth, 1, with noise of 0.1: `count` evaluations over 1000 steps. */
    const noisy = (count: number, random: () => number): MetricSeries =>
      defineSeries(
        Array.from({ length: count }, (_, i) => ({
          step: ((i + 1) * 1000) / count,
          value:
            1 + 0.1 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
        })),
      )
    const summaryOf = (series: MetricSeries): Record<string, unknown> => ({
      last: series.values.at(-1),
      min: Math.min(...series.values),
      max: Math.max(...series.values),
      lastStep: 1000,
      count: series.values.length,
      basis: 'full',
    })

    it('says so, and does not call the often evaluated configuration a clear winner', () => {
      const often = [0.7, 0.71, 0.72].map((min, i) =>
        runOf(`often-${i}`, {
          group: 'often',
          metrics: { 'eval/loss': { ...known(min), count: 100, lastStep: 1000 } },
        }),
      )
      const seldom = [0.85, 0.86, 0.87].map((min, i) =>
        runOf(`seldom-${i}`, {
          group: 'seldom',
          metrics: { 'eval/loss': { ...known(min), count: 10, lastStep: 1000 } },
        }),
      )
      const { verdict, reasons } = recommend([...often, ...seldom])
      expect(verdict).toMatchObject({ kind: 'contenders', heldBackBy: 'evaluations' })
      expect(reasonOf(reasons, 'uneven-evaluations')).toMatchObject({
        most: { group: 'often' },
        fewest: { group: 'seldom' },
      })
      // The other way round luck cannot explain it.
      const unlucky = seldom.map((run, i) =>
        runOf(run.id, {
          loss: 0.5 + i / 100,
          group: 'seldom',
          metrics: { 'eval/loss': { ...known(0.5 + i / 100), lastStep: 1000 } },
        }),
      )
      expect(recommend([...often, ...unlucky]).verdict.kind).toBe('clear-winner')
    })

    it('judges by as many evaluations of each where their series are known', () => {
      const random = seededRandom(7)
      const wins = { logged: 0, judged: 0 }
      const studies = 300
      for (let i = 0; i < studies; i++) {
        const curves = new Map([
          ['often', noisy(100, random)],
          ['seldom', noisy(10, random)],
        ])
        const runs = Array.from(curves, ([id, series]) =>
          runOf(id, { metrics: { 'eval/loss': summaryOf(series) } }),
        )
        const series = new Map(
          Array.from(curves, ([id, curve]) => [id, new Map([['eval/loss', curve]])]),
        )
        const judged = estimateRuns(runs, loss, series)
        const valueOf = (id: string): number => {
          const run = runs.find((each) => each.id === id) as Run
          return judged.get(run)?.value ?? NaN
        }
        if (bestRun(runs)?.run.id === 'often') wins.logged++
        if (valueOf('often') < valueOf('seldom')) wins.judged++
      }
      // 100 of 110 by theory.
      expect(wins.logged / studies).toBeGreaterThan(0.85)
      expect(wins.judged / studies).toBeLessThan(0.6)
      expect(wins.judged / studies).toBeGreaterThan(0.4)
    })
  })

  describe('2: one seed is no winner', () => {
    it('calls single runs unreplicated, however far apart, and says what luck is worth', () => {
      const runs = [0.1, 0.5, 0.9, 1.3, 1.7].map((each, i) => runOf(`r${i}`, { loss: each }))
      const { verdict, run } = recommend(runs)
      expect(run?.id).toBe('r0')
      expect(verdict).toMatchObject({ kind: 'unreplicated', advice: 'add-seeds' })
      // E[max of 5 standard normals]
      expect(verdict.kind === 'unreplicated' && verdict.optimismOfTop).toBeCloseTo(1.16296, 5)
    })
  })

  describe('3: percentages of what is not positive', () => {
    it('gives no percentage of a negative or zero best, and takes noise where it is known', () => {
      expect(deltaFromBest(-0.4, -0.5, loss)).toMatchObject({ percent: null, severity: 'none' })
      expect(deltaFromBest(0.4, 0, loss)).toMatchObject({ percent: null, severity: 'none' })
      const noise = { isContender: false, minimumEffect: 0.02 }
      expect(deltaFromBest(-0.4, -0.5, loss, { noise }).severity).toBe('severe')
    })

    it('does not say that 0.0013 be archived for 0.001 without evidence', () => {
      const { others } = recommend([runOf('a', { loss: 1e-3 }), runOf('b', { loss: 1.3e-3 })])
      expect(others[0]?.delta.severity).toBe('severe')
      expect(others[0]?.considerArchiving).toBe(false)
    })

    it('nor where the evidence tells them apart and the host says that so little is no matter', () => {
      const runs = [
        ...seedsOf('a', [1e-3, 1.01e-3, 0.99e-3]),
        ...seedsOf('b', [1.3e-3, 1.31e-3, 1.29e-3]),
      ]
      const archived = (minimumEffect?: number): number =>
        recommend(runs, minimumEffect === undefined ? {} : { minimumEffect }).others.filter(
          ({ considerArchiving }) => considerArchiving,
        ).length
      expect(archived()).toBe(3)
      expect(archived(0.01)).toBe(0)
    })

    it('counts worse as worse where higher is better', () => {
      expect(deltaFromBest(0.6, 0.9, accuracy)).toMatchObject({ severity: 'severe' })
      expect(deltaFromBest(0.9, 0.6, accuracy).percent).toBeLessThan(0)
    })
  })

  describe('4: the same runs, another scale', () => {
    it('gives one verdict for losses, for the same shifted, and for perplexities', () => {
      const seeds = { a: [2, 2.01, 1.99], b: [2.1, 2.11, 2.09], c: [2.005, 2.0, 2.015] }
      const kindsOf = (map: (value: number) => number): unknown => {
        const runs = Object.entries(seeds).flatMap(([group, all]) => seedsOf(group, all.map(map)))
        const { groups } = recommend(runs).verdict.evidence
        return groups.map((group) => [group.name, group.isContender, group.severity])
      }
      const asLoss = kindsOf((value) => value)
      expect(asLoss).toEqual([
        ['a', true, 'none'],
        ['c', true, 'none'],
        ['b', false, 'severe'],
      ])
      expect(kindsOf((value) => value - 1.7)).toEqual(asLoss)
      expect(kindsOf((value) => value * 1000)).toEqual(asLoss)
      expect(kindsOf(Math.exp)).toEqual(asLoss)
    })
  })

  describe('5: the inverse of a loss', () => {
    it('ranks negative losses right, gives 0 a score, and a tie 100 each', () => {
      const ids = (values: readonly number[]): unknown =>
        recommend(values.map((each, i) => runOf(`r${i}`, { loss: each }))).scores.map((s) => [
          s.run.id,
          Math.round(s.score),
        ])
      expect(ids([-0.5, 0.5])).toEqual([
        ['r0', 100],
        ['r1', 0],
      ])
      expect(ids([0, 1])).toEqual([
        ['r0', 100],
        ['r1', 0],
      ])
      expect(ids([0, 0])).toEqual([
        ['r0', 100],
        ['r1', 100],
      ])
      expect(recommend([runOf('a', { loss: 0 }), runOf('b', { loss: 0 })]).tied).toHaveLength(1)
    })
  })

  describe('6: a step in the gap decides', () => {
    it('keeps the score that was asked for, and says beside it what the evidence is', () => {
      // 0.0499 against 0.0501 costs 6 points; +0.001 against -0.001 costs 18.
      const scoreOf = (gap: number): number =>
        recommend([runOf('a', { loss: 1, train: 1 - gap })]).score ?? NaN
      expect(scoreOf(0.0499) - scoreOf(0.0501)).toBeCloseTo(6, 9)
      expect(scoreOf(0.001) - scoreOf(-0.001)).toBeCloseTo(18, 9)
      const a = seedsOf('a', [1, 1.001, 0.999], { train: 0.9499 })
      const b = seedsOf('b', [1, 1.001, 0.999], { train: 0.9501 })
      expect(recommend([...a, ...b]).verdict).toMatchObject({ kind: 'contenders' })
    })
  })

  describe('7: an evaluation better than the training is no leak', () => {
    it('says what is seen, with no word of a leak, and takes nothing off the verdict', () => {
      const runs = [
        ...seedsOf('a', [0.4, 0.41, 0.39], { train: 0.5 }),
        ...seedsOf('b', [0.9, 0.91, 0.89], { train: 0.85 }),
      ]
      const { reasons, verdict, run } = recommend(runs, { policy: 'bestValue' })
      expect(run?.group).toBe('a')
      expect(verdict.kind).toBe('clear-winner')
      const reason = reasonOf(reasons, 'eval-below-train')
      expect(reason?.gap).toBeCloseTo(-0.11, 12)
      expect(JSON.stringify(reasons.map(({ code }) => code))).not.toMatch(/leak/)
    })
  })

  describe('8: underfitting is rewarded', () => {
    it('says that the recommended run has a 20 % higher loss and was chosen for its gap', () => {
      const runs = [runOf('a', { loss: 0.5, train: 0.3 }), runOf('b', { loss: 0.6, train: 0.58 })]
      const { run, reasons, score } = recommend(runs)
      expect(run?.id).toBe('b')
      expect(score).toBeCloseTo(88.33333333333334, 10)
      const reason = reasonOf(reasons, 'not-best-value')
      expect(reason).toMatchObject({ best: { id: 'a' }, because: 'smaller-gap' })
      expect(reason?.delta.percent).toBeCloseTo(20, 10)
    })

    it('says that the evidence rules it out where it does', () => {
      const runs = [
        ...seedsOf('a', [0.5, 0.501, 0.499], { train: 0.3 }),
        ...seedsOf('b', [0.6, 0.601, 0.599], { train: 0.58 }),
      ]
      const { run, verdict, reasons } = recommend(runs)
      expect(run?.group).toBe('b')
      expect(verdict).toMatchObject({ kind: 'clear-winner', group: { name: 'a' } })
      expect(reasonOf(reasons, 'ruled-out')).toMatchObject({
        run: { group: 'b' },
        best: { group: 'a' },
      })
    })
  })

  describe('9: the composite picks worse than the value alone', () => {
    it('offers the value alone and the evidence, which both take the better run', () => {
      const runs = [
        ...seedsOf('a', [0.5, 0.501, 0.499], { train: 0.3 }),
        ...seedsOf('b', [0.6, 0.601, 0.599], { train: 0.58 }),
      ]
      for (const policy of ['bestValue', 'best-value', 'evidence'] as const) {
        expect(recommend(runs, { policy }).run?.id).toBe('a-3')
      }
    })
  })

  describe('10: the first wins a tie, and NaN breaks the order', () => {
    it('tells ties, never lets a value that is no number win, and ignores the order', () => {
      const runs = [
        runOf('c', { loss: 0.5 }),
        runOf('nan', { metrics: { 'eval/loss': { last: NaN, count: 3 } } }),
        runOf('a', { loss: 0.5 }),
        runOf('none', {}),
        runOf('b', { loss: 0.7 }),
        runOf('infinite', { metrics: { 'eval/loss': -Infinity } }),
      ]
      const forward = recommend(runs)
      expect(forward.run?.id).toBe('a')
      expect(forward.tied.map(({ id }) => id)).toEqual(['c'])
      expect(reasonOf(forward.reasons, 'tied')?.runs.map(({ id }) => id)).toEqual(['c'])
      expect(recommend(runs.toReversed())).toEqual(forward)
      expect(forward.excluded.map(({ run, why }) => [run.id, why])).toEqual([
        ['infinite', 'no-value'],
        ['nan', 'no-value'],
        ['none', 'no-value'],
      ])
    })
  })

  describe('11: a running run that is ahead is hidden', () => {
    it('keeps it out of the verdict, and says that it is ahead', () => {
      const runs = [
        runOf('done', { loss: 0.5 }),
        runOf('ahead', { loss: 0.4, status: 'running' }),
        runOf('behind', { loss: 0.6, status: 'running' }),
        runOf('crashed', { loss: 0.1, status: 'failed' }),
      ]
      const { run, reasons, verdict, excluded } = recommend(runs)
      expect(run?.id).toBe('done')
      expect(verdict.evidence.groups.map(({ name }) => name)).toEqual(['done'])
      const ahead = reasons.filter(({ code }) => code === 'live-run-ahead')
      expect(ahead).toMatchObject([{ run: { id: 'ahead' }, value: 0.4 }])
      expect(reasons.filter(({ code }) => code === 'excluded')).toEqual([
        { code: 'excluded', why: 'live', count: 2 },
        { code: 'excluded', why: 'not-completed', count: 1 },
      ])
      expect(excluded.map(({ why }) => why)).toEqual(['live', 'live', 'not-completed'].toSorted())
    })
  })
})
