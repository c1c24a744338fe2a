import { recommend } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { answerOf, type Answer } from './answerOf.ts'
import * as given from './testdata/recommendations.ts'

const kindOf = (recommendation: Parameters<typeof answerOf>[0]): Answer['kind'] =>
  answerOf(recommendation).kind

describe('answerOf', () => {
  it('tells apart every way in which there may be nothing to keep', () => {
    expect(answerOf(given.noRuns)).toEqual({
      kind: 'nothing',
      excluded: { live: 0, 'not-completed': 0, 'no-value': 0 },
    })
    expect(answerOf(given.noneForManyReasons)).toEqual({
      kind: 'nothing',
      excluded: { live: 1, 'not-completed': 1, 'no-value': 1 },
    })
    expect(answerOf(given.onlyLive)).toMatchObject({ excluded: { live: 2 } })
    expect(answerOf(given.twoDatasets)).toEqual({
      kind: 'not-comparable',
      conflicts: [{ field: 'dataset', values: ['alpaca-cleaned', 'dolly-15k'] }],
    })
    expect(answerOf(given.policyWithoutPick)).toEqual({
      kind: 'no-pick',
      policy: 'nothingIsGoodEnough',
      count: 2,
    })
  })

  it('says how sure it is by what the evidence allows', () => {
    expect(kindOf(given.clearWinner)).toBe('clear-winner')
    expect(kindOf(given.contenders)).toBe('contenders')
    expect(kindOf(given.unreplicated)).toBe('unreplicated')
    expect(kindOf(given.onlyRun)).toBe('only-run')
    expect(answerOf(given.oneConfiguration)).toMatchObject({ kind: 'one-configuration', count: 3 })
    expect(answerOf(given.heldBackByBound)).toMatchObject({ kind: 'held-back', by: 'bound' })
    expect(answerOf(given.heldBackByEvaluations)).toMatchObject({
      kind: 'held-back',
      by: 'evaluations',
    })
  })

  it('takes the mean and the spread of a winner from its configuration', () => {
    expect(answerOf(given.clearWinner)).toMatchObject({
      run: { id: 'lr-3e-4 / seed 1' },
      winner: { n: 3 },
      runnerUp: { name: 'lr-1e-4' },
      // Pooled: the deviations are 34, 0, 34, 40, 0, 40, 31.7, 31.3, 0.3 (1e-4), so √(7497 / 6) = 35.3.
      sd: expect.closeTo(0.00353, 4),
    })
  })

  it('says that the evidence rules out what the score recommends, whatever the verdict', () => {
    expect(answerOf(given.ruledOut)).toMatchObject({
      kind: 'ruled-out',
      run: { id: 'b / seed 3' },
      best: { name: 'a' },
      own: { name: 'b' },
      rivals: 0,
    })
    expect(given.ruledOut.verdict.kind).toBe('clear-winner')
    expect(answerOf(given.ruledOutByTwo)).toMatchObject({ kind: 'ruled-out', rivals: 1 })
    expect(given.ruledOutByTwo.verdict.kind).toBe('contenders')
    expect(kindOf(given.bestValueRuledOut)).toBe('ruled-out')
  })

  it('knows why a run that is first is not sure to stay it', () => {
    expect(answerOf(given.unreplicated)).toMatchObject({ doubt: 'ran-once', better: null })
    expect(answerOf(given.tooFewSeeds)).toMatchObject({ doubt: 'too-few-seeds' })
    expect(answerOf(given.identicalSeeds)).toMatchObject({ doubt: 'identical-seeds' })
  })

  it('names the run with the better value, and whether the gap outweighed it', () => {
    expect(answerOf(given.byScore)).toMatchObject({
      run: { id: 'b' },
      chosenBy: { kind: 'score', score: expect.closeTo(88.33, 2) },
      better: { run: { id: 'a' }, value: { value: 0.5 }, isForGap: true },
    })
    expect(answerOf(given.ownPolicy)).toMatchObject({ better: { isForGap: false } })
  })

  it('tells by what a policy chose', () => {
    expect(answerOf(given.bestValueRuledOut)).toMatchObject({ chosenBy: { kind: 'value' } })
    expect(answerOf(given.contendersByEvidence)).toMatchObject({ chosenBy: { kind: 'evidence' } })
    expect(answerOf(given.ownPolicy)).toMatchObject({
      chosenBy: { kind: 'custom', policy: 'cheapFirst' },
    })
  })

  it('tells a tie by value from one by another rule', () => {
    expect(answerOf(given.tied)).toMatchObject({ tied: [{ id: 'lr-2e-4' }], isTiedByValue: true })
    expect(answerOf(given.tiedByRule)).toMatchObject({ isTiedByValue: false })
  })

  it('names the recommended seed among the contenders, not the best of its configuration', () => {
    const policy = function last({
      candidates,
    }: {
      candidates: readonly { run: { id: string } }[]
    }) {
      const runs = candidates as readonly Parameters<typeof answerOf>[0]['scores'][number][]
      return runs.map(({ run }) => ({ run, score: run.id === 'lora r=8 / seed 2' ? 1 : 0 }))
    }
    const runs = given.contenders.scores.map(({ run }) => run)
    const answer = answerOf(recommend(runs, { policy }))
    expect(answer).toMatchObject({
      kind: 'contenders',
      run: { id: 'lora r=8 / seed 2' },
      runs: [
        { id: 'lora r=8 / seed 2' },
        { id: 'lora r=16 / seed 3' },
        { id: 'lora r=64 / seed 3' },
      ],
      cheapest: { id: 'lora r=8 / seed 2' },
    })
  })

  it('asks for more seeds, and never for as many as there are', () => {
    const answer = answerOf(given.contendersWithoutCost)
    const { verdict } = given.contendersWithoutCost
    if (verdict.kind !== 'contenders') throw new Error('no contenders')
    expect(answer).toMatchObject({ seedsNeeded: verdict.seedsNeeded })
    const needing = (seedsNeeded: number | null): Answer =>
      answerOf({ ...given.contendersWithoutCost, verdict: { ...verdict, seedsNeeded } })
    expect(needing(4)).toMatchObject({ seedsNeeded: 4 })
    expect(needing(3)).toMatchObject({ seedsNeeded: null })
    expect(needing(null)).toMatchObject({ seedsNeeded: null })
  })
})
