import { describe, expect, it } from 'vitest'
import { evidenceMessages } from './messages.ts'
import { tooFewSeedsText, visibleDifferenceText } from './seedsText.ts'
import { groupOf } from './testdata/significance.ts'
import { englishFormatters } from '../testdata/formatters.ts'

const { significance: messages } = evidenceMessages
const group = (n: number) => groupOf({ name: `n${n}`, mean: 0.5, n })

describe('tooFewSeedsText', () => {
  it('blames the single seed, on either side', () => {
    const words = 'with one seed there is no spread to compare with'
    expect(tooFewSeedsText({ a: group(1), b: group(5) }, messages)).toBe(words)
    expect(tooFewSeedsText({ a: group(5), b: group(1) }, messages)).toBe(words)
  })

  it('blames nothing where both have several', () => {
    expect(tooFewSeedsText({ a: group(2), b: group(2) }, messages)).toBeNull()
  })
})

describe('visibleDifferenceText', () => {
  it('says what the fewest seeds of a replicated configuration can show', () => {
    // statsmodels: TTestIndPower().solve_power(nobs1=3, power=.8, alpha=.05) = 3.0711
    const given = { groups: [group(5), group(3), group(1)], smallestDifference: 3.0711 }
    expect(visibleDifferenceText(given, messages, englishFormatters)).toBe(
      'With 3 seeds you can only see differences of 3.1 seed-sd.',
    )
    expect(
      visibleDifferenceText({ ...given, smallestDifference: 3.01 }, messages, englishFormatters),
    ).toContain('of 3 seed-sd')
  })

  it('says nothing where that is not known', () => {
    expect(
      visibleDifferenceText(
        { groups: [group(3)], smallestDifference: null },
        messages,
        englishFormatters,
      ),
    ).toBe('')
    expect(
      visibleDifferenceText(
        { groups: [group(1)], smallestDifference: 3 },
        messages,
        englishFormatters,
      ),
    ).toBe('')
  })
})
