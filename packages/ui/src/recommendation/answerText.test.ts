import type { Recommendation } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { answerOf } from './answerOf.ts'
import { answerText, checkpointLabel, scoreText, valueText } from './answerText.ts'
import { answerMessages } from './answerMessages.ts'
import * as given from './testdata/recommendations.ts'
import { read, wordsFor } from './testdata/words.ts'
import { englishFormatters } from '../testdata/formatters.ts'

const textOf = (recommendation: Recommendation): string =>
  read(answerText(answerOf(recommendation), wordsFor(recommendation)))

const states = { ...given }

describe('answerText', () => {
  it.each([
    [
      'clearWinner',
      'Keep lr-3e-4 / seed 1 (checkpoint-900). Clear winner: eval loss 0.2345 ± 0.0035, ' +
        'the mean of 3 seeds, next best 0.2701.',
    ],
    [
      'contendersByEvidence',
      'Three contenders cannot be told apart: lora r=8 / seed 3, lora r=16 / seed 3, ' +
        'lora r=64 / seed 3; the cheapest is lora r=8 / seed 3. About 29 seeds each would tell.',
    ],
    [
      'contendersWithoutCost',
      'Three contenders cannot be told apart: lora r=64 / seed 3, lora r=16 / seed 3, ' +
        'lora r=8 / seed 3; the score favours lora r=64 / seed 3 (eval loss 0.2360). About 29 seeds each would tell.',
    ],
    [
      'unreplicated',
      'Keep lr-2e-4 (checkpoint-900) for now: lowest eval loss 0.2345, but every configuration ' +
        'ran once, so this may be luck. Run 2 more seeds of the top two.',
    ],
    [
      'byScore',
      'Keep b (checkpoint-900) for now: first by score (88.3 of 100) for its smaller gap, though ' +
        'a has the lowest eval loss (0.5000 against 0.6000). Every configuration ran once, so ' +
        'this may be luck. Run 2 more seeds of the top two.',
    ],
    [
      'ruledOut',
      'Keep b / seed 3 (checkpoint-900) by score (88.3 of 100). But the evidence rules it out: ' +
        'a / seed 3 is clearly better on eval loss, mean 0.5000 against 0.6000.',
    ],
    [
      'ruledOutByTwo',
      'Keep b / seed 3 (checkpoint-900) by score (88.3 of 100). But the evidence rules it out: ' +
        'a / seed 3 is clearly better on eval loss, mean 0.5000 against 0.6000; one other ' +
        'cannot be told apart from that.',
    ],
    [
      'tied',
      'Keep lr-1e-4 or lr-2e-4 for now: they share the lowest eval loss 0.2345, but every ' +
        'configuration ran once, so this may be luck. Run 2 more seeds of the top two.',
    ],
    [
      'onlyRun',
      'Keep lr-1e-4 (checkpoint-900): it is the only run to judge, with eval loss 0.2345, so ' +
        'there is nothing to compare it with.',
    ],
    [
      'oneConfiguration',
      'Keep lr-3e-4 / seed 2 (checkpoint-900): lowest eval loss 0.2311, of 3 runs of one ' +
        'configuration. There is no other to compare it with.',
    ],
    [
      'heldBackByBound',
      'Keep sampled / seed 1 (checkpoint-900) for now: lowest eval loss ≤ 0.2345. No more is ' +
        'claimed, because some values are only bounds of the best.',
    ],
    ['twoDatasets', 'Not comparable: two datasets (alpaca-cleaned, dolly-15k).'],
    [
      'twoTokenizers',
      'Not comparable: different eval_split (dev, test), different tokenizer (gemma-2, llama-3, qwen-2.5).',
    ],
    ['noRuns', 'No run to compare.'],
    ['onlyLive', 'No run to recommend yet: 2 are still running.'],
    ['onlyStopped', 'No run to recommend: the run did not complete.'],
    ['onlyWithoutValue', 'None of the 2 runs has any eval loss yet.'],
    ['oneWithoutValue', 'The run has no eval loss yet.'],
    [
      'noneForManyReasons',
      'No run to recommend yet: 1 still running, 1 not completed, 1 without eval loss.',
    ],
    ['policyWithoutPick', 'The policy “nothingIsGoodEnough” recommends none of 2 runs.'],
  ] as const)('says of %s what there is to say', (name, text) => {
    expect(textOf(states[name])).toBe(text)
  })

  it('names a few of many contenders and counts the rest', () => {
    expect(textOf(given.manyContenders)).toMatch(/^Nine contenders [^;]* and 5 more; the score/)
  })

  it('turns with the goal', () => {
    expect(textOf(given.maximised)).toMatch(/for now: highest eval accuracy 0\.9200, but/)
  })

  it('is a whole sentence in every state, and claims a winner for no other verdict', () => {
    const all = Object.values(states).filter((each) => isRecommendation(each))
    const texts = all.map(textOf)
    expect(texts.filter((text) => !/^[^]+\.$/.test(text))).toEqual([])
    expect(texts.filter((text) => /NaN|undefined|null|Infinity/.test(text))).toEqual([])
    const claims = all.filter((each) => textOf(each).includes('Clear winner'))
    expect(claims).toEqual([given.clearWinner, given.negative])
  })
})

function isRecommendation(given: unknown): given is Recommendation {
  return typeof given === 'object' && given !== null && 'verdict' in given
}

describe('checkpointLabel', () => {
  const labelWords = { messages: answerMessages, formatters: englishFormatters }
  const label = (path: string | null, step: number | null): string | null => {
    const text = checkpointLabel({ path, step, epoch: null, value: 1, smoothed: null }, labelWords)
    return text === null ? null : read(text)
  }

  it('is the last part of a path, however it ends, and else the step', () => {
    expect(label('outputs/a/checkpoint-900', 900)).toBe('checkpoint-900')
    expect(label('outputs/a/checkpoint-900/', 900)).toBe('checkpoint-900')
    expect(label('C:\\runs\\best.pt', 900)).toBe('best.pt')
    expect(label('', 48_210)).toBe('step 48\u202f210')
    expect(label('/', 0)).toBe('step 0')
    expect(label(null, null)).toBeNull()
    expect(checkpointLabel(null, labelWords)).toBeNull()
  })

  it('writes out what a path hides', () => {
    expect(label('a/\u202egnp.ckpt', 1)).toBe('\\u202Egnp.ckpt')
  })
})

describe('a value and a score', () => {
  it('is a bound where it comes from a sample, on the side of the goal', () => {
    const sampled = { value: 0.5, basis: 'sampled', n: 3, method: 'best-logged' } as const
    expect(valueText(sampled, { metric: 'm', goal: 'min' }, englishFormatters)).toBe('≤ 0.5000')
    expect(valueText(sampled, { metric: 'm', goal: 'max' }, englishFormatters)).toBe('≥ 0.5000')
    expect(
      valueText({ ...sampled, basis: 'full' }, { metric: 'm', goal: 'max' }, englishFormatters),
    ).toBe('0.5000')
  })

  it('has one digit after the point where there is one', () => {
    const texts = [88.33, 100, 79.04, -0.5].map((score) => scoreText(score, englishFormatters))
    expect(texts).toEqual(['88.3', '100', '79', '−0.5'])
  })
})
