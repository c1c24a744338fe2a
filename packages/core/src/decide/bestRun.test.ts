import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineRun } from '../run/defineRun.ts'
import type { Objective, Run } from '../run/run.ts'
import { runs } from '../testdata/arbitraries.ts'
import { bestRun } from './bestRun.ts'
import { deltaFromBest } from './deltaFromBest.ts'
import { isBetter, objectiveValue } from './objective.ts'

const withLoss = (id: string, min: number | null): Run =>
  defineRun({ id, metrics: { 'eval/loss': { last: 9, min, max: 9 } } })
const objectives: fc.Arbitrary<Objective> = fc.record({
  metric: fc.constant('eval/loss'),
  goal: fc.constantFrom('min' as const, 'max' as const),
})

describe('bestRun', () => {
  it('takes the lowest best eval loss by default', () => {
    const best = bestRun([withLoss('a', 0.3), withLoss('b', 0.2), withLoss('c', 0.4)])
    expect(best).toMatchObject({ run: { id: 'b' }, value: 0.2, tied: [] })
  })

  it('takes the highest where the goal is max', () => {
    const given = [0.7, 0.9].map((max, i) =>
      defineRun({ id: `${i}`, metrics: { 'eval/accuracy': { last: 0.1, min: 0.1, max } } }),
    )
    expect(bestRun(given, { metric: 'eval/accuracy', goal: 'max' })?.value).toBe(0.9)
  })

  it('reports a tie as one, in the order of the ids', () => {
    const best = bestRun([withLoss('c', 0.2), withLoss('a', 0.2), withLoss('b', 0.2)])
    expect(best?.run.id).toBe('a')
    expect(best?.tied.map((run) => run.id)).toEqual(['b', 'c'])
  })

  it('takes 0 and -0 for one value, whichever comes first', () => {
    const best = bestRun([withLoss('a', -0), withLoss('b', 0)])
    expect(best).toMatchObject({ run: { id: 'a' }, tied: [{ id: 'b' }] })
    expect(best?.value).toBe(0)
  })

  it('gives null where no run has a value', () => {
    expect(bestRun([])).toBeNull()
    expect(bestRun([defineRun({ id: 'a', metrics: { 'eval/loss': NaN } })])).toBeNull()
  })

  it('finds the last value where a source knows no more, and never one that is not finite', () => {
    const objective: Objective = { metric: 'eval/loss', goal: 'min' }
    expect(objectiveValue(defineRun({ id: 'a', metrics: { 'eval/loss': 0.4 } }), objective)).toBe(
      0.4,
    )
    const infinite = defineRun({ id: 'a', metrics: { 'eval/loss': -Infinity } })
    expect(objectiveValue(infinite, objective)).toBeNull()
  })

  it('calls neither of two equal values better', () => {
    for (const goal of ['min', 'max'] as const) {
      expect(isBetter(1, 1, { metric: 'm', goal })).toBe(false)
      expect(isBetter(1, 2, { metric: 'm', goal })).toBe(goal === 'min')
    }
  })

  it('refuses a goal that is neither, instead of taking it for one', () => {
    const objective: Objective = JSON.parse('{ "metric": "eval/loss", "goal": "minimize" }')
    const refusal = expect.objectContaining({ code: 'bad-option' })
    expect(() => bestRun([withLoss('a', 0.2)], objective)).toThrow(refusal)
    expect(() => deltaFromBest(0.3, 0.2, objective)).toThrow(refusal)
  })

  it('is beaten by no run, ties exactly those that equal it, and ignores the order', () => {
    fc.assert(
      fc.property(runs, objectives, (given, objective) => {
        const best = bestRun(given, objective)
        const values = given.map((run) => objectiveValue(run, objective))
        const finite = values.filter((value): value is number => value !== null)
        expect(best === null).toBe(finite.length === 0)
        expect(bestRun(given.toReversed(), objective)).toEqual(best)
        if (best === null) return
        const extreme = objective.goal === 'min' ? Math.min(...finite) : Math.max(...finite)
        expect(best.value === extreme).toBe(true)
        expect(best.tied.length + 1).toBe(finite.filter((value) => value === extreme).length)
      }),
    )
  })
})
