import { describe, expect, it } from 'vitest'
import { recommendationMessages } from './messages.ts'
import { otherText } from './otherText.ts'
import * as given from './testdata/recommendations.ts'
import { read, wordsFor } from './testdata/words.ts'

const textsOf = (recommendation: typeof given.clearWinner): string[] =>
  recommendation.others.map((other) =>
    read(otherText(other, wordsFor(recommendation), recommendationMessages.others)),
  )

describe('otherText', () => {
  it('suggests archiving only what the evidence rules out by far', () => {
    // (0.3475 - 0.2311) / 0.2311 = 50.4 %
    expect(textsOf(given.clearWinner)).toContain(
      'lr-1e-3 / seed 2 is 50.4 % worse (consider archiving)',
    )
    expect(textsOf(given.clearWinner)[0]).toBe('lr-3e-4 / seed 2 is 1.5 % worse')
    expect(textsOf(given.unreplicated).join(' ')).not.toMatch(/archiving/)
  })

  it('says better, worse and equal as they are', () => {
    // (0.6 - 0.5) / 0.6 = 16.7 %
    expect(textsOf(given.byScore)).toEqual(['a is 16.7 % better'])
    expect(textsOf(given.tied)).toContain('lr-2e-4 has the same eval loss')
  })

  it('writes what has no percentage in the unit of the metric', () => {
    expect(textsOf(given.negative)[0]).toBe('flow / seed 1 is 0.02000 worse')
  })
})
