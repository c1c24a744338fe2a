import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Run } from '../run/run.ts'
import { runs as arbitraryRuns } from '../testdata/arbitraries.ts'
import { bestRun } from './bestRun.ts'
import { recommend, type RecommendOptions } from './recommend.ts'
import { recommendationToJson } from './recommendationJson.ts'
import type { Policy } from './policies.ts'
import { curveOf, known, runOf, seedsOf } from './testdata/runs.ts'

const codesOf = (runs: readonly Run[], options?: RecommendOptions): string[] =>
  recommend(runs, options).reasons.map(({ code }) => code)

describe('recommend', () => {
  it('has nothing to recommend of no runs', () => {
    expect(recommend([])).toMatchObject({
      policy: 'composite',
      run: null,
      score: null,
      tied: [],
      scores: [],
      reasons: [],
      others: [],
      checkpoint: null,
      excluded: [],
      verdict: { kind: 'not-comparable', reasons: [{ field: 'runs', values: [0] }] },
    })
  })

  it('recommends the only run, and claims nothing', () => {
    const { run, score, verdict, others } = recommend([runOf('a', { loss: 0.5 })])
    expect(run?.id).toBe('a')
    expect(score).toBe(100)
    expect(verdict).toMatchObject({ kind: 'unreplicated', optimismOfTop: null })
    expect(others).toEqual([])
    expect(codesOf([runOf('a', { loss: 0.5 })])).toEqual([
      'only-run',
      'best-value',
      'no-train-value',
    ])
  })

  it('scores by 70 % value and 30 % gap', () => {
    const runs = [runOf('a', { loss: 0.5, train: 0.3 }), runOf('b', { loss: 0.6, train: 0.58 })]
    const { scores } = recommend(runs)
    expect(scores.map(({ run, score }) => [run.id, Number(score.toFixed(2))])).toEqual([
      ['b', 88.33],
      ['a', 79],
    ])
  })

  it('refuses to rank what was evaluated on different data', () => {
    const runs = [
      ...seedsOf('a', [0.5, 0.51, 0.49], { dataset: 'x' }),
      ...seedsOf('b', [0.6, 0.61, 0.59], { dataset: 'y' }),
    ]
    const { run, scores, others, verdict } = recommend(runs)
    expect(run).toBeNull()
    expect(scores).toEqual([])
    expect(others).toEqual([])
    expect(verdict).toMatchObject({
      kind: 'not-comparable',
      reasons: [{ field: 'dataset', values: ['x', 'y'] }],
    })
    expect(verdict.evidence.groups.some(({ isContender }) => isContender)).toBe(false)
    expect(verdict.evidence.noise).toBeNull()
    const lenient = recommend(runs, { conditions: () => new Map() })
    expect(lenient.run?.group).toBe('a')
  })

  it('gives where the run was at its best', () => {
    const evalLoss = { ...known(0.5), minStep: 900, maxStep: 100 }
    const best = { step: 900, epoch: 3, checkpointPath: 'checkpoint-900' }
    const run = runOf('a', { metrics: { 'eval/loss': evalLoss }, best })
    expect(recommend([run]).checkpoint).toEqual({
      step: 900,
      epoch: 3,
      path: 'checkpoint-900',
      value: 0.5,
      smoothed: null,
    })
    const other = runOf('a', { metrics: { 'eval/loss': evalLoss }, best: { ...best, step: 100 } })
    expect(recommend([other]).checkpoint).toMatchObject({ step: 900, epoch: null, path: null })
    const unknown = runOf('a', { loss: 0.5, best })
    expect(recommend([unknown]).checkpoint).toMatchObject({ step: 900, path: 'checkpoint-900' })
    const objective = { metric: 'eval/loss', goal: 'max' } as const
    expect(recommend([run], { objective }).checkpoint?.step).toBe(100)
  })

  it('gives the choice by smoothed evaluations where it has the series', () => {
    const run = runOf('a', { loss: 0.5 })
    const smoothed = (values: readonly number[]) =>
      recommend([run], { series: new Map([['a', new Map([['eval/loss', curveOf(values)]])]]) })
        .checkpoint?.smoothed
    expect(smoothed([5, 4, 3, 2, 3, 4, 5])).toMatchObject({ step: 40 })
    expect(smoothed([5, 4, 3])).toBeNull()
  })

  it('lists the others by value, worst last, with what they differ by from the recommended', () => {
    const runs = [
      runOf('a', { loss: 0.5, train: 0.3 }),
      runOf('b', { loss: 0.6, train: 0.58 }),
      runOf('c', { loss: 1.2 }),
    ]
    const { others } = recommend(runs)
    expect(others.map(({ run }) => run.id)).toEqual(['a', 'c'])
    expect(others[0]?.delta.percent).toBeCloseTo(-16.67, 2)
    expect(others[1]?.delta.percent).toBeCloseTo(100, 9)
  })

  it('suggests archiving what the evidence rules out by far, and nothing else', () => {
    const good = seedsOf('good', [0.5, 0.51, 0.49])
    const archived = (losses: readonly number[], options?: RecommendOptions): string[] =>
      recommend([...good, ...seedsOf('other', losses)], options)
        .others.filter(({ considerArchiving }) => considerArchiving)
        .map(({ run }) => run.group ?? '')
    expect(archived([0.9, 0.91, 0.92])).toEqual(['other', 'other', 'other'])
    // 6 % worse and ruled out, by more than three spreads of a seed.
    expect(archived([0.54, 0.55, 0.56])).toEqual(['other', 'other', 'other'])
    // The same, and the host says what matters: 0.05 moderate, 0.5 none.
    expect(archived([0.54, 0.55, 0.56], { minimumEffect: 0.05 })).toEqual([])
    expect(archived([0.9, 0.91, 0.92], { minimumEffect: 0.3 })).toHaveLength(3)
    expect(archived([0.9, 0.91, 0.92], { minimumEffect: 0.5 })).toEqual([])
    expect(archived([0.5, 0.52, 0.51])).toEqual([])
    // One lucky seed of a configuration that is ruled out.
    const lucky = recommend([...good, ...seedsOf('other', [0.48, 1.4, 1.5, 1.45, 1.42])])
    const byId = new Map(lucky.others.map((other) => [other.run.id, other.considerArchiving]))
    expect(byId.get('other-1') ?? false).toBe(false)
    expect(recommend([runOf('a', { loss: 1 }), runOf('b', { loss: 9 })]).others[0]).toMatchObject({
      considerArchiving: false,
    })
  })

  it('takes runs whose end is unknown, unless their log says that they stopped short', () => {
    const runs = [
      runOf('a', { loss: 0.5, status: 'unknown' }),
      runOf('b', { loss: 0.4, status: 'unknown', step: 500, totalSteps: 1000 }),
      runOf('c', { loss: 0.3, status: 'unknown', epoch: 1, totalEpochs: 3 }),
      runOf('d', {
        loss: 0.6,
        status: 'unknown',
        step: 995,
        totalSteps: 1000,
        epoch: 2.99,
        totalEpochs: 3,
      }),
      runOf('e', { loss: 0.2, status: 'cancelled' }),
      runOf('f', { loss: 0.1, status: 'queued' }),
    ]
    const { scores, excluded, reasons } = recommend(runs)
    expect(scores.map(({ run }) => run.id)).toEqual(['a', 'd'])
    expect(excluded.map(({ run, why }) => `${run.id} ${why}`)).toEqual([
      'b not-completed',
      'c not-completed',
      'e not-completed',
      'f live',
    ])
    expect(reasons.find(({ code }) => code === 'status-unknown')).toMatchObject({
      runs: [{ id: 'a' }, { id: 'd' }],
    })
  })

  it('counts a run that is given twice once', () => {
    const run = runOf('a', { loss: 1 })
    expect(recommend([run, run]).scores).toHaveLength(1)
  })

  describe('by a policy of the host', () => {
    const runs = [runOf('a', { loss: 1 }), runOf('b', { loss: 2 }), runOf('c', { loss: 3 })]

    it('ranks by its scores, breaks ties as it says, and bears its name', () => {
      const newestFirst: Policy = ({ candidates }) =>
        candidates.map(({ run }, place) => ({
          run,
          score: run.id === 'a' ? 1 : 2,
          tieBreak: [-place],
        }))
      const found = recommend(runs, { policy: newestFirst })
      expect(found).toMatchObject({ policy: 'newestFirst', run: { id: 'c' }, score: 2, tied: [] })
      expect(found.scores.map(({ run, score }) => [run.id, score])).toEqual([
        ['c', 2],
        ['b', 2],
        ['a', 1],
      ])
      expect(found.reasons).toContainEqual(
        expect.objectContaining({ code: 'not-best-value', because: 'policy' }),
      )
    })

    it('tells a tie that it leaves, and runs that it leaves out are not scored', () => {
      const found = recommend(runs, {
        policy: ({ candidates }) => candidates.slice(1).map(({ run }) => ({ run, score: 5 })),
      })
      expect(found).toMatchObject({ run: { id: 'b' }, tied: [{ id: 'c' }] })
      expect(found.scores).toHaveLength(2)
      expect(recommend(runs, { policy: () => [] })).toMatchObject({ run: null, scores: [] })
    })

    it('takes scores that differ by rounding alone for equal', () => {
      const policy: Policy = ({ candidates }) =>
        candidates.map(({ run }) => ({ run, score: run.id === 'b' ? 0.1 + 0.2 : 0.3 }))
      expect(recommend(runs, { policy }).tied).toHaveLength(2)
    })

    it('refuses a score that is no number, and a run that it was not given', () => {
      const refusal = expect.objectContaining({ code: 'bad-option' })
      const bad = (policy: Policy) => () => recommend(runs, { policy })
      expect(bad(({ candidates }) => candidates.map(({ run }) => ({ run, score: NaN })))).toThrow(
        refusal,
      )
      expect(bad(() => [{ run: runOf('x'), score: 1 }])).toThrow(refusal)
      expect(() => recommend(runs, { policy: 'worst' as 'composite' })).toThrow(refusal)
    })

    it('calls one without a name custom', () => {
      expect(recommend(runs, { policy: (() => () => [])() }).policy).toBe('custom')
    })
  })

  describe('by the evidence', () => {
    const dear = seedsOf('dear', [0.5, 0.51, 0.49], { gpuHours: 30 })
    const cheap = seedsOf('cheap', [0.505, 0.515, 0.495], { gpuHours: 10 })
    const bad = seedsOf('bad', [0.9, 0.91, 0.89], { gpuHours: 1 })

    it('takes the cheapest of those that cannot be told from the best', () => {
      const found = recommend([...dear, ...cheap, ...bad], { policy: 'evidence' })
      expect(found).toMatchObject({ run: { id: 'cheap-3' }, score: 0, tied: [] })
      expect(found.verdict).toMatchObject({
        kind: 'contenders',
        runs: [{ group: 'cheap' }, { group: 'dear' }],
        cheapest: { group: 'cheap' },
        heldBackBy: null,
      })
      expect(found.scores.at(-1)?.score).toBeLessThan(-10)
      expect(found.scores.at(-1)?.run.group).toBe('bad')
    })

    it('takes the best mean where some cost is not known', () => {
      const unknown = seedsOf('cheap', [0.505, 0.515, 0.495])
      const found = recommend([...dear, ...unknown], { policy: 'evidence' })
      expect(found.run?.id).toBe('dear-3')
      expect(found.verdict).toMatchObject({
        cheapest: null,
        runs: [{ group: 'dear' }, { group: 'cheap' }],
      })
    })

    it('goes by the value where nothing is replicated', () => {
      const found = recommend([runOf('a', { loss: 2 }), runOf('b', { loss: 1 })], {
        policy: 'evidence',
      })
      expect(found).toMatchObject({ policy: 'evidence', run: { id: 'b' }, score: 0, tied: [] })
    })

    it("takes the verdict's order where nothing is replicated, thinned to as many evaluations", () => {
      const often = [0.9, 0.5, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]
      const series = new Map([
        ['often', new Map([['eval/loss', curveOf(often)]])],
        ['seldom', new Map([['eval/loss', curveOf([0.8, 0.8, 0.8, 0.8, 0.8, 0.8], 32)]])],
      ])
      const runs = [runOf('often', { loss: 0.5 }), runOf('seldom', { loss: 0.8 })]
      expect(recommend(runs, { policy: 'evidence', series }).run?.id).toBe('seldom')
      expect(recommend(runs, { policy: 'bestValue', series }).run?.id).toBe('often')
    })
  })

  it('gives the same text whatever the order of the runs', () => {
    fc.assert(
      fc.property(arbitraryRuns, (given) => {
        const runs = given.map((run): Run => ({ ...run, status: 'completed' }))
        const text = JSON.stringify(recommendationToJson(recommend(runs)))
        expect(JSON.stringify(recommendationToJson(recommend(runs.toReversed())))).toBe(text)
        const { run, verdict } = recommend(runs)
        expect(run === null).toBe(verdict.kind === 'not-comparable')
        if (run === null) return
        const best = bestRun(runs)
        expect(recommend(runs, { policy: 'bestValue' }).run?.id).toBe(best?.run.id)
      }),
    )
  })

  it('gives the same text for seeds in any order, to the last digit', () => {
    const value = fc.double({ min: 0.1, max: 5, noNaN: true })
    const groups = fc.array(fc.array(value, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(groups, (given) => {
        const runs = given.flatMap((values, i) => seedsOf(`g${i}`, values, { train: 0.1 }))
        for (const policy of ['composite', 'bestValue', 'evidence'] as const) {
          const textOf = (all: readonly Run[]): string =>
            JSON.stringify(recommendationToJson(recommend(all, { policy })))
          expect(textOf(runs.toReversed())).toBe(textOf(runs))
        }
      }),
    )
  })

  it('writes runs as their ids in JSON, and invents no null', () => {
    const json = recommendationToJson(recommend(seedsOf('a', [1, 2])))
    expect(json).toMatchObject({
      run: { id: 'a-1', source: expect.any(String) },
      policy: 'composite',
    })
    expect(JSON.stringify(json)).not.toMatch(/undefined|NaN/)
    expect(JSON.parse(JSON.stringify(json))).toEqual(json)
  })
})

describe('recommend of what is hardly there', () => {
  it('answers at once where seeds nearly agree and only a bound holds the claim back', () => {
    const sampled = { 'eval/loss': { ...known(0.5), basis: 'sampled' } } as const
    const close = { 'eval/loss': { ...known(0.5 + 1e-12), basis: 'sampled' } } as const
    const { verdict } = recommend([
      runOf('a1', { group: 'a', seed: '1', metrics: sampled }),
      runOf('a2', { group: 'a', seed: '2', metrics: close }),
      ...seedsOf('b', [2, 2 + 1e-12]),
    ])
    expect(verdict).toMatchObject({ kind: 'contenders', heldBackBy: 'bound' })
  })

  it('takes the same one of two records of a run in either order', () => {
    const twins = [runOf('a', { loss: 0.7 }), runOf('a', { loss: 0.5 }), runOf('b', { loss: 0.6 })]
    const [there, back] = [recommend(twins), recommend(twins.toReversed())]
    expect(there.scores).toHaveLength(2)
    expect(recommendationToJson(back)).toEqual(recommendationToJson(there))
  })
})
