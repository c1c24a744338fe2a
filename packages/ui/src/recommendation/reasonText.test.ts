import type { Reason } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { reasonText } from './reasonText.ts'
import { everyReason, runOf, unreplicated } from './testdata/recommendations.ts'
import { read, wordsFor } from './testdata/words.ts'

const words = wordsFor(unreplicated)
const textOf = (reason: Reason): string => read(reasonText(reason, words))

describe('reasonText', () => {
  it('has a sentence of its own for every code and form', () => {
    const texts = everyReason.map(textOf)
    expect(new Set(texts).size).toBe(texts.length)
    for (const text of texts) expect(text).toMatch(/\S\.$/)
    expect(texts.join('\n')).not.toMatch(/undefined|null|NaN/)
  })

  it('writes the difference in percent, or in the unit of the metric', () => {
    const [, byGap, byPolicy] = everyReason.map(textOf)
    expect(byGap).toBe(
      'Its eval loss is 20.0 % above the lowest, that of lr-1e-4; it scores higher because its gap is smaller.',
    )
    expect(byPolicy).toBe(
      'Its eval loss is 0.1000 above the lowest, that of lr-1e-4; the policy puts it first all the same.',
    )
  })

  it('turns with the goal', () => {
    const maximised = { ...words, objective: { metric: 'eval/f1', goal: 'max' } } as const
    const texts = everyReason.map((reason) => read(reasonText(reason, maximised)))
    expect(texts[0]).toBe('It has the highest eval f1: 0.2345.')
    expect(texts[1]).toContain('20.0 % below the highest')
    expect(texts).toContain('That a higher eval f1 is better was guessed from its name.')
  })

  it('claims no lead of a run that still goes where none is recommended', () => {
    const reason = { code: 'live-run-ahead', run: runOf('a'), value: 0.3 } as const
    expect(textOf(reason)).toBe('a is still running and ahead already: eval loss 0.3000.')
    expect(read(reasonText(reason, { ...words, hasPick: false }))).toBe(
      'a is still running: eval loss 0.3000 so far.',
    )
  })

  it('names four of many runs, and all of five', () => {
    const runs = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => runOf(id))
    const tied = (count: number): string => textOf({ code: 'tied', runs: runs.slice(0, count) })
    expect(tied(5)).toBe('It shares its place with a, b, c, d, e.')
    expect(tied(6)).toBe('It shares its place with a, b, c, d and 2 more.')
  })

  it('writes GPU hours to three digits', () => {
    const hours = (gpuHours: number): string =>
      textOf({ code: 'cheaper-contender', run: runOf('a'), gpuHours, timesCheaper: 3.14 })
    expect(hours(2.2)).toBe(
      'a cannot be told apart from it and took 3.1 times fewer GPU hours (2.2).',
    )
    expect(hours(12.345)).toContain('(12.3)')
    expect(hours(12_345)).toContain('(12\u202f345)')
  })
})
