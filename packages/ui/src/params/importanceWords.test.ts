import { describe, expect, it } from 'vitest'
import {
  effectSentence,
  importanceNotes,
  importanceRows,
  importanceSummary,
  shareSentence,
  testCount,
  undefinedSentence,
} from './importanceWords.ts'
import { paramMessages } from './messages.ts'
import { effectOf, everyEffect, importanceOf, type Defined } from './testdata/importances.ts'
import { englishFormatters } from '../testdata/formatters.ts'

const context = { messages: paramMessages, formatters: englishFormatters }

const several = importanceOf(everyEffect, { groups: [['batch_size', 'steps']] })
const sentences = (importance: Defined): readonly string[] =>
  importance.params.map((effect) => effectSentence(effect, importance, context))

describe('effectSentence', () => {
  it('says what was seen, how strongly and how surely, and never that nothing matters', () => {
    expect(sentences(several)).toEqual([
      'Eval loss rises with learning rate (rho 0.71, p = 0.0030 after correction for 11 tests). Lower values went with better runs.',
      'Eval loss falls with warmup ratio (rho −0.64, p = 0.010 after correction for 11 tests). Higher values went with better runs.',
      'Eval loss changes with weight decay, but neither only up nor only down (xi 0.55, p < 0.001 after correction for 11 tests). Look at its scatter plot.',
      'Eval loss differs between the values of optimizer (p = 0.018 after correction for 11 tests).',
      'No detectable effect among 24 runs, which is not the same as no effect.',
      'No detectable effect among 24 runs, which is not the same as no effect.',
      'Not tested: 4 runs with it are too few, or its values too many, to compare.',
    ])
  })

  it('knows which end of the metric is better', () => {
    const objective = { metric: 'eval/accuracy', goal: 'max' } as const
    const [rising, falling] = sentences(importanceOf(everyEffect, { objective }))
    expect(rising).toContain('Eval accuracy rises with learning rate')
    expect(rising).toContain('Higher values went with better runs.')
    expect(falling).toContain('Lower values went with better runs.')
  })

  it('speaks of no correction where there is one test', () => {
    const one = effectOf('lr', {
      rho: 0.9,
      rhoP: 0.01,
      xiP: null,
      adjustedP: 0.01,
      effect: 'rising',
    })
    expect(sentences(importanceOf([one]))[0]).toContain('(rho 0.90, p = 0.010).')
  })
})

describe('testCount', () => {
  it('counts each test of each parameter', () => {
    expect(testCount(several)).toBe(11)
    expect(testCount(importanceOf([]))).toBe(0)
    const all = effectOf('a', { rhoP: 0, xiP: 0, kruskalP: 0 })
    expect(testCount(importanceOf([all]))).toBe(3)
  })
})

describe('shareSentence', () => {
  const shares = { kind: 'defined', quantile: 0.1 } as const
  const found = effectOf('a', { effect: 'rising', share: 0.421 })

  it('gives the share, or that chance gives as much', () => {
    const importance = importanceOf([], { shares })
    expect(shareSentence(found, importance, context)).toBe(
      '42.1 % of what sets the best runs apart.',
    )
    expect(shareSentence({ ...found, share: null }, importance, context)).toBe(
      'Its share is within what chance gives.',
    )
  })

  it('says nothing where no effect was found, or where there are no shares', () => {
    const importance = importanceOf([], { shares })
    expect(shareSentence(effectOf('a'), importance, context)).toBeNull()
    expect(shareSentence(effectOf('a', { effect: 'untested' }), importance, context)).toBeNull()
    expect(shareSentence(found, importanceOf([]), context)).toBeNull()
  })
})

describe('the rest of the answer', () => {
  it('names the parameters with an effect, in a sentence', () => {
    expect(importanceSummary(several, context)).toBe(
      'Of 7 parameters among 24 completed runs, an effect was seen of learning rate, warmup ratio, weight decay and optimizer.',
    )
    expect(importanceSummary(importanceOf([effectOf('a')]), context)).toBe(
      'No effect was seen of any of 1 parameter among 24 completed runs, which is not the same as no effect.',
    )
  })

  it('says which parameters cannot be told apart, and what shares would need', () => {
    expect(importanceNotes(several, context)).toEqual([
      'These vary together and cannot be told apart: batch_size and steps.',
      'Shares need 50 completed runs; there are 24.',
      paramMessages.importance.observed,
    ])
    const enough = importanceOf([], { runs: 50 })
    expect(importanceNotes(enough, context)).toEqual([paramMessages.importance.observed])
    const shares = { kind: 'defined', quantile: 0.25 } as const
    expect(importanceNotes(importanceOf([], { shares }), context)).toHaveLength(1)
  })

  it.each([
    ['too-few-runs', 6, '6 of 10 completed runs needed.'],
    ['no-params', 12, 'No parameter differs between the completed runs.'],
    ['no-variance', 12, 'All completed runs have the same value, so nothing can go with it.'],
    ['not-finite', 12, 'These runs say nothing about their parameters.'],
    ['not-finite', 9, '9 of 10 completed runs needed.'],
  ] as const)('says of %s among %d runs: %s', (reason, runs, text) => {
    expect(undefinedSentence({ kind: 'undefined', reason, runs, needed: 10 }, context)).toBe(text)
  })

  it('gives every number whole to the table', () => {
    const [row] = importanceRows(several, context, (name) => name)
    expect(row?.slice(0, -1)).toEqual([
      'learning_rate',
      '24',
      '0.71',
      '0.0001',
      '0.03',
      '0.41',
      '–',
      '0.003',
      '0.42',
    ])
    expect(row?.at(-1)).toContain('Eval loss rises')
  })
})
