import { describe, expect, it } from 'vitest'
import { evidenceMessages, type PairCounts } from './messages.ts'

const summary = (counts: Partial<PairCounts>): string => {
  const { differs = 0, withinNoise = 0, tooFewSeeds = 0 } = counts
  const total = differs + withinNoise + tooFewSeeds
  const full = { differs, withinNoise, tooFewSeeds, total }
  return evidenceMessages.significance.summary(full, 'best-one', String)
}

describe('the summary of pairs with the best', () => {
  it('says of a single other configuration how it stands', () => {
    expect(summary({ differs: 1 })).toBe(
      'The other configuration differs from best-one, the best mean.',
    )
    expect(summary({ withinNoise: 1 })).toBe(
      'The other configuration cannot be told from best-one, the best mean: within noise.',
    )
    expect(summary({ tooFewSeeds: 1 })).toBe(
      'The other configuration cannot be told from best-one, the best mean: too few seeds to tell.',
    )
  })

  it('counts several, those first that differ', () => {
    expect(summary({ differs: 1, withinNoise: 1 })).toBe(
      '1 of 2 other configurations differs from best-one, the best mean, 1 within noise.',
    )
    expect(summary({ differs: 2, tooFewSeeds: 3 })).toBe(
      '2 of 5 other configurations differ from best-one, the best mean, 3 with too few seeds to tell.',
    )
  })

  it('says that none differs rather than that 0 do', () => {
    expect(summary({ withinNoise: 2, tooFewSeeds: 1 })).toBe(
      'None of 3 other configurations can be told from best-one, the best mean, 2 within noise, 1 with too few seeds to tell.',
    )
  })
})
