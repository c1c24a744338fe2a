import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { defineRun } from '../run/defineRun.ts'
import type { ParamValue, Run } from '../run/run.ts'
import { holm } from '../stats/adjust.ts'
import { seededRandom } from '../stats/random.ts'
import {
  importance,
  importanceWork,
  type ImportanceOptions,
  type ParamEffect,
} from './importance.ts'
import { studyOf } from './testdata/studyOf.ts'

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

function defined(runs: readonly Run[], options?: ImportanceOptions) {
  const answer = importance(runs, options)
  if (answer.kind === 'undefined') throw new Error(answer.reason)
  return answer
}

/** What was seen of the parameter `p`. */
function effectOf(
  values: readonly (ParamValue | undefined)[],
  losses: readonly number[],
  options?: ImportanceOptions,
): ParamEffect {
  const [effect] = defined(studyOf({ p: values }, losses), options).params
  if (effect === undefined) throw new Error('no parameter')
  return effect
}

/** The learning rates whose loss is a U, each tried `seeds` times with a little noise. */
function uShape(seeds: number): { rates: number[]; losses: number[] } {
  const rates = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2]
  const losses = [2.9, 2.5, 2.2, 2.1, 2.3, 3.5]
  return {
    rates: upTo(seeds).flatMap(() => rates),
    losses: upTo(seeds).flatMap((seed) => losses.map((loss, i) => loss + 0.01 * ((seed + i) % 3))),
  }
}

/** Twelve values in no order: of rho, 0.126 to 0 … 11. */
const disorder = [5, 2, 9, 0, 7, 11, 3, 8, 1, 10, 4, 6]
const twelve = upTo(12)

describe('importance', () => {
  it('sees a metric rise with a number', () => {
    const effect = effectOf(
      twelve,
      twelve.map((i) => i * i),
    )
    expect(effect).toMatchObject({ name: 'p', kind: 'number', scale: 'linear', n: 12, rho: 1 })
    expect(effect.effect).toBe('rising')
    // 1 - 3 (n - 1) / (n^2 - 1)
    expect(effect.xi).toBeCloseTo(10 / 13, 12)
    expect(effect.kruskalP).toBeNull()
    // No shuffle of 4000 is as far from chance.
    expect(effect.rhoP).toBe(1 / 4001)
    expect(effect.adjustedP).toBe(2 / 4001)
    expect(effect.together).toEqual([])
  })

  it('sees it fall', () => {
    const effect = effectOf(
      twelve,
      twelve.map((i) => -i),
    )
    expect(effect).toMatchObject({ rho: -1, effect: 'falling' })
  })

  it('says rising of a value that rises, be it good or bad', () => {
    const objective = { metric: 'eval/loss', goal: 'max' } as const
    expect(effectOf(twelve, twelve, { objective }).effect).toBe('rising')
  })

  it('says that too few runs cannot tell a U from chance', () => {
    const { rates, losses } = uShape(1)
    expect(importance(studyOf({ lr: rates }, losses))).toEqual({
      kind: 'undefined',
      reason: 'too-few-runs',
      runs: 6,
      needed: 10,
    })
  })

  it.each([2, 3, 10, 40])('sees a U-shape that rho misses, with %d seeds', (seeds) => {
    const { rates, losses } = uShape(seeds)
    const effect = effectOf(rates, losses)
    expect(Math.abs(effect.rho ?? 1)).toBeLessThan(0.1)
    expect(effect.rhoP).toBeGreaterThan(0.5)
    expect(effect).toMatchObject({ scale: 'log', effect: 'not-monotone' })
    expect(effect.adjustedP).toBe(2 * (effect.xiP ?? NaN))
  })

  it.each([10, 11, 15, 30, 101])('sees a U-shape of %d different values', (n) => {
    const losses = upTo(n).map((i) => (i - (n - 1) / 2) ** 2 + 0.001 * i)
    expect(effectOf(upTo(n), losses).effect).toBe('not-monotone')
  })

  it('says not monotone of a U whose one arm is longer, though rho sees that arm', () => {
    const losses = upTo(40).map((i) => Math.abs(i - 10) + 0.01 * i)
    const effect = effectOf(upTo(40), losses)
    expect(effect.rhoP).toBeLessThan(0.001)
    expect(effect.rho).toBeLessThan(effect.xi ?? 0)
    expect(effect.effect).toBe('not-monotone')
  })

  it('says not monotone of a noisy trend that turns at its end', () => {
    const random = seededRandom(8)
    const losses = upTo(90).map((i) => (i < 60 ? -i : -120 + i) + 40 * random())
    const effect = effectOf(upTo(90), losses)
    expect(effect.rhoP).toBeLessThan(0.01)
    expect(effect.xi).toBeLessThan(-(effect.rho ?? 0))
    expect(effect.effect).toBe('not-monotone')
  })

  it('says rising of a step between two values', () => {
    const effect = effectOf(
      upTo(20),
      upTo(20).map((i) => (i < 10 ? 0 : 1)),
    )
    expect(effect.xi).toBeGreaterThan(effect.rho ?? 1)
    expect(effect.effect).toBe('rising')
  })

  it('says none detected, and never that it does not matter', () => {
    const effect = effectOf(twelve, disorder)
    expect(effect.effect).toBe('none-detected')
    expect(effect.adjustedP).toBeGreaterThan(0.5)
    expect(effect.share).toBeNull()
  })

  it('sees categories differ', () => {
    const kinds = upTo(20).map((i) => ['adam', 'sgd', 'lion'][i % 3] ?? '')
    const effect = effectOf(
      kinds,
      upTo(20).map((i) => (i % 3 === 1 ? 5 : 1) + 0.01 * i),
    )
    expect(effect).toMatchObject({ kind: 'category', effect: 'differs', rho: null, xi: null })
    expect(effect).toMatchObject({ rhoP: null, xiP: null })
    expect(effect.kruskalP).toBeLessThan(0.01)
    expect(effect.adjustedP).toBe(effect.kruskalP)
  })

  it('does not see categories differ where they do not', () => {
    const kinds = twelve.map((i) => i % 2 === 0)
    expect(effectOf(kinds, disorder).effect).toBe('none-detected')
  })

  it('cannot test categories of one run each', () => {
    const effect = effectOf(
      twelve.map((i) => `tokenizer-${i}`),
      twelve,
    )
    expect(effect).toMatchObject({ effect: 'untested', adjustedP: null, kruskalP: null, n: 12 })
  })

  it('tests a parameter that ten runs have, and not one that nine have', () => {
    const all = upTo(14)
    const having = (n: number) => all.map((i) => (i < n ? i : undefined))
    expect(effectOf(having(10), all)).toMatchObject({ n: 10, effect: 'rising' })
    expect(effectOf(having(9), all)).toMatchObject({
      n: 9,
      effect: 'untested',
      adjustedP: null,
      rho: null,
      rhoP: null,
      xi: null,
      xiP: null,
    })
  })

  it('has no xi where a number has two values, which can only differ one way', () => {
    const effect = effectOf(
      upTo(20).map((i) => i % 2),
      upTo(20).map((i) => (i % 2) * 10 + i / 20),
    )
    expect(effect).toMatchObject({ xi: null, xiP: null, effect: 'rising' })
    expect(effect.adjustedP).toBe(effect.rhoP)
  })

  it('corrects all tests of all parameters together', () => {
    const runs = studyOf(
      { a: disorder, b: twelve, c: twelve.map((i) => i % 2 === 0), d: disorder.toReversed() },
      twelve.map((i) => i + (i % 3)),
    )
    const { params } = defined(runs)
    const all = params.flatMap(({ rhoP, xiP, kruskalP }) => [rhoP, xiP, kruskalP])
    const ps = all.filter((p) => p !== null)
    expect(ps).toHaveLength(7)
    const adjusted = holm(ps)
    for (const { rhoP, xiP, kruskalP, adjustedP } of params) {
      const own = [rhoP, xiP, kruskalP].filter((p) => p !== null)
      expect(adjustedP).toBe(Math.min(...own.map((p) => adjusted[ps.indexOf(p)] ?? NaN)))
    }
  })

  it('finds at the level and not above it', () => {
    // Above a hundred runs nothing is shuffled, so that p does not depend on the level.
    const many = upTo(120)
    const losses = many.map((i) => i / 3 + ((i * 61) % 120))
    const { adjustedP } = effectOf(many, losses)
    const level = adjustedP ?? NaN
    expect(level).toBeLessThan(0.05)
    expect(effectOf(many, losses, { level }).effect).toBe('rising')
    expect(effectOf(many, losses, { level: level * 0.999 }).effect).toBe('none-detected')
  })

  it('puts the strongest evidence first, then the larger effect, then the name', () => {
    const big = upTo(150)
    const noise = big.map((i) => (i * 61) % 150)
    const runs = studyOf(
      {
        z: big.map((i) => i + 1),
        weak: noise,
        a: big.map((i) => i + 1),
        near: big.map((i) => i + 3 * (i % 2)),
        few: big.map((i) => (i < 9 ? i : undefined)),
      },
      big,
    )
    expect(defined(runs).params.map(({ name }) => name)).toEqual(['a', 'z', 'near', 'weak', 'few'])
  })

  it('puts the larger effect first where no shuffle comes near either', () => {
    const twenty = upTo(20)
    const near = twenty.with(3, 4).with(4, 3)
    const { params } = defined(studyOf({ a: near, b: twenty }, twenty))
    expect(params[0]?.adjustedP).toBe(params[1]?.adjustedP)
    expect(params.map(({ name }) => name)).toEqual(['b', 'a'])
  })

  it('puts together what varies together, on either side', () => {
    const runs = studyOf({ lr: twelve, warmup: twelve.map((i) => 3 * i), depth: disorder }, twelve)
    const { params, groups } = defined(runs)
    expect(groups).toEqual([['lr', 'warmup']])
    const together = new Map(params.map((param) => [param.name, param.together]))
    expect(together.get('lr')).toEqual(['warmup'])
    expect(together.get('warmup')).toEqual(['lr'])
    expect(together.get('depth')).toEqual([])
  })

  it('gives shares to those that stand out, from twenty runs on', () => {
    const many = upTo(60)
    const noise = many.map((i) => (i * 37) % 60)
    const runs = (n: number) =>
      studyOf({ lr: many.slice(0, n), noise: noise.slice(0, n) }, many.slice(0, n))
    const answer = defined(runs(60))
    expect(answer.shares).toEqual({ kind: 'defined', quantile: 0.1 })
    const shares = new Map(answer.params.map(({ name, share }) => [name, share]))
    expect(shares.get('lr')).toBeGreaterThan(0.9)
    expect(shares.get('noise')).toBeNull()
    expect(defined(runs(20)).shares).toEqual({ kind: 'defined', quantile: 0.25 })
    const few = defined(runs(19))
    expect(few.shares).toEqual({ kind: 'undefined', reason: 'too-few-runs', needed: 20 })
    expect(few.params.every(({ share }) => share === null)).toBe(true)
  })

  it('gives no share without draws enough to tell it from chance', () => {
    const many = upTo(60)
    const runs = studyOf({ lr: many }, many)
    expect(defined(runs, { permutations: 18 }).params[0]?.share).toBeNull()
    expect(defined(runs, { permutations: 19 }).params[0]?.share).toBe(1)
  })

  it('gives no share to a parameter none of whose tests finds an effect', () => {
    // The best six have 29.5 in the middle, and the rest have no order: a spot too small for ranks.
    const many = upTo(60)
    const losses = many.map((i) => (i >= 27 && i < 33 ? -1 - i / 100 : (i * 37) % 60))
    const answer = defined(studyOf({ p: many }, losses), { level: 0.05 })
    expect(answer.params[0]?.effect).toBe('none-detected')
    expect(answer.params[0]?.share).toBeNull()
  })

  it('counts completed runs with a value alone', () => {
    const given = studyOf({ p: twelve }, twelve)
    const live = given.map((run, i) => ({ ...run, id: `live-${i}`, status: 'running' as const }))
    const failed = given.map((run, i) => ({ ...run, id: `failed-${i}`, status: 'failed' as const }))
    const valueless = defineRun({ id: 'none', status: 'completed', params: { p: 99 } })
    const broken = studyOf({ p: [5] }, [NaN]).map((run) => ({ ...run, id: 'nan' }))
    const all = [...live, ...given, ...failed, valueless, ...broken]
    expect(importance(all)).toEqual(importance(given))
    expect(defined(all).runs).toBe(12)
  })

  it.each([
    ['no run', [], 0],
    ['nine runs', upTo(9), 9],
  ])('says nothing of %s', (_, values, runs) => {
    expect(importance(studyOf({ p: values }, values))).toEqual({
      kind: 'undefined',
      reason: 'too-few-runs',
      runs,
      needed: 10,
    })
  })

  it('answers from ten runs on', () => {
    expect(defined(studyOf({ p: upTo(10) }, upTo(10)))).toMatchObject({ runs: 10 })
  })

  it('says nothing where all runs reached the same value, or differ in nothing', () => {
    expect(
      importance(
        studyOf(
          { p: twelve },
          twelve.map(() => 1),
        ),
      ),
    ).toEqual({
      kind: 'undefined',
      reason: 'no-variance',
      runs: 12,
      needed: 10,
    })
    const runs = studyOf({ p: twelve.map(() => 1), seed: twelve }, twelve)
    expect(importance(runs)).toEqual({
      kind: 'undefined',
      reason: 'no-params',
      runs: 12,
      needed: 10,
    })
    expect(defined(runs, { names: ['seed'] }).params).toHaveLength(1)
  })

  it('looks at the objective and the names that are asked for', () => {
    const objective = { metric: 'eval/accuracy', goal: 'max' } as const
    const runs = twelve.map((i) =>
      defineRun({
        id: `run-${i}`,
        status: 'completed',
        params: { a: i, b: disorder[i] ?? 0 },
        metrics: { 'eval/accuracy': { min: 0, max: i } },
      }),
    )
    const answer = defined(runs, { objective, names: ['a'] })
    expect(answer.objective).toEqual(objective)
    expect(answer.params.map(({ name, effect }) => [name, effect])).toEqual([['a', 'rising']])
    expect(importance(runs)).toMatchObject({ reason: 'too-few-runs', runs: 0 })
  })

  it('names the objective it took by itself', () => {
    expect(defined(studyOf({ p: twelve }, twelve)).objective).toEqual({
      metric: 'eval/loss',
      goal: 'min',
    })
  })

  it.each([
    [{ permutations: 0 }, 'got 0'],
    [{ permutations: 1.5 }, 'got 1.5'],
    [{ permutations: NaN }, 'got NaN'],
    [{ level: 0 }, 'level between 0 and 1, and got 0'],
    [{ level: 1 }, 'level between 0 and 1, and got 1'],
    [{ level: NaN }, 'got NaN'],
    [{ objective: { metric: 'eval/loss', goal: 'low' } } as unknown as ImportanceOptions, 'goal'],
  ])('refuses %j at once, even without runs', (options, message) => {
    expect(() => importance([], options)).toThrow(RunoffError)
    expect(() => importance([], options)).toThrow(message)
  })

  it('takes a single draw', () => {
    expect(defined(studyOf({ p: twelve }, twelve), { permutations: 1 }).runs).toBe(12)
  })

  it('gives the same bytes for any order of the runs, and again', () => {
    const random = seededRandom(3)
    const list = upTo(60).map((i) => ({ i, key: random() }))
    const runs = studyOf(
      {
        lr: list.map(({ key }) => 10 ** (-5 * key)),
        opt: list.map(({ i }) => ['adam', 'sgd'][i % 2]),
        noise: list.map(random),
        some: list.map(({ i }) => (i % 3 === 0 ? undefined : String(i % 7))),
      },
      list.map(({ key, i }) => 4 * (key - 0.5) ** 2 + (i % 2) * 0.1 + 0.2 * random()),
    )
    const answer = JSON.stringify(importance(runs))
    expect(answer).toContain('not-monotone')
    const shuffled = runs.toSorted(
      (a, b) => (a.params.get('noise') as number) - (b.params.get('noise') as number),
    )
    expect(JSON.stringify(importance(shuffled))).toBe(answer)
    expect(JSON.stringify(importance(runs.toReversed()))).toBe(answer)
    expect(JSON.stringify(importance(runs, { random: seededRandom(1) }))).toBe(answer)
    expect(JSON.stringify(importance(runs, { random: seededRandom(2) }))).not.toBe(answer)
  })

  it('never answers with a number that is none, whatever the parameters hold', () => {
    const value = fc.oneof(
      fc.double(),
      fc.nat({ max: 3 }),
      fc.constantFrom('a', 'b', 'NaN', '1e400', null, true, undefined),
    )
    const study = fc.array(fc.tuple(value, value, fc.oneof(fc.nat({ max: 4 }), fc.double())), {
      minLength: 10,
      maxLength: 25,
    })
    fc.assert(
      fc.property(study, (rows) => {
        const params = { __proto__x: rows.map(([a]) => a), constructor: rows.map(([, b]) => b) }
        const answer = importance(
          studyOf(
            params,
            rows.map(([, , y]) => y),
          ),
          { permutations: 5 },
        )
        const numbers: unknown[] = []
        JSON.stringify(answer, (_, inner: unknown) => {
          if (typeof inner === 'number') numbers.push(inner)
          return inner
        })
        expect(numbers.every(Number.isFinite)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('finds nothing on noise but in one study of twenty', () => {
    const random = seededRandom(17)
    const found = upTo(200).filter(() => {
      const params = Object.fromEntries(
        upTo(6).map((i) => [`p${i}`, upTo(12).map(() => (i < 4 ? random() : random() < 0.5))]),
      )
      const answer = defined(studyOf(params, upTo(12).map(random)))
      return answer.params.some(({ effect }) => effect !== 'none-detected' && effect !== 'untested')
    })
    // 200 studies: ten are allowed on average, and 20 would be three deviations too many.
    expect(found.length).toBeLessThan(20)
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('importanceWork', () => {
  it('yields progress that never goes back, from 0 to 1', () => {
    const runs = studyOf({ a: upTo(30), b: upTo(30).map((i) => (i * 7) % 30) }, upTo(30))
    const steps = [...importanceWork(runs)]
    expect(steps.length).toBeGreaterThan(200)
    expect(steps[0]).toBe(0)
    expect(steps.at(-1)).toBeCloseTo(1, 12)
    expect(steps.every((step, i) => step >= (steps[i - 1] ?? 0))).toBe(true)
  })

  it('refuses options before its first turn', () => {
    expect(() => importanceWork([], { level: 2 })).toThrow(RunoffError)
  })

  it('ends early where there is nothing to do', () => {
    expect([...importanceWork([])]).toEqual([0])
  })
})
