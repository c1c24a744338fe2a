import { recommend, type Recommendation } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { evidenceFacts, methodText } from './evidenceFacts.ts'
import * as given from './testdata/recommendations.ts'
import { read, wordsFor } from './testdata/words.ts'

const factsOf = (recommendation: Recommendation): Record<string, string> =>
  Object.fromEntries(
    evidenceFacts(recommendation, wordsFor(recommendation)).map(({ term, text }) => [
      term,
      read(text),
    ]),
  )
const method = (recommendation: Recommendation): string | null =>
  methodText(recommendation, wordsFor(recommendation))

describe('evidenceFacts', () => {
  it('gives a winner its margin and where the difference lies', () => {
    expect(factsOf(given.clearWinner)).toEqual({
      Compared: '3 configurations, 9 runs',
      Seeds: '3 of each',
      'Noise of a seed': '0.003535 eval loss, from 3 configurations with several seeds',
      'Smallest that matters': '0.003535, the noise of a seed',
      Margin: '0.03560, which is 12.3 times its noise',
      Interval: expect.stringMatching(/^0\.02\d+ to 0\.04\d+ \(97\.5 %\)$/),
    })
  })

  it('shows what the host says matters as the host says it', () => {
    const runs = given.clearWinner.scores.map(({ run }) => run)
    expect(factsOf(recommend(runs, { minimumEffect: 0.01 }))['Smallest that matters']).toBe(
      '0.01000',
    )
  })

  it('says what more seeds could tell, and what luck does without any', () => {
    expect(factsOf(given.contendersWithoutCost)).toMatchObject({
      'Seeds to tell': 'about 29 of each of the best two',
    })
    // The mean of the largest of three standard normal numbers is 0.846.
    expect(factsOf(given.unreplicated)).toEqual({
      Compared: '3 configurations, 3 runs',
      Seeds: 'one of each',
      'Noise of a seed': 'not known: too few seeds, or all alike',
      'Luck of the best': 'of 3 equal ones, the best looks 0.8 seed-sd better than it is',
    })
  })

  it('counts the seeds by configuration where they differ', () => {
    expect(factsOf(given.tooFewSeeds)['Seeds']).toBe('lr-3e-4 (2), lr-1e-4 (1)')
  })

  it('has what differs where nothing can be compared, and nothing where there is nothing', () => {
    expect(factsOf(given.twoDatasets)).toEqual({
      Compared: '2 configurations, 2 runs',
      Different: 'dataset: alpaca-cleaned, dolly-15k',
    })
    expect(evidenceFacts(given.noRuns, wordsFor(given.noRuns))).toEqual([])
    expect(factsOf(given.oneConfiguration)).toEqual({
      Compared: '1 configuration, 3 runs',
      Seeds: '3 of each',
    })
  })
})

describe('methodText', () => {
  it('names the method, its level and the looks at growing evidence', () => {
    expect(method(given.clearWinner)).toBe(
      'All pairs at once by Tukey and Kramer, one pooled spread, level 97.5 %, 6 degrees of freedom.',
    )
    const runs = given.clearWinner.scores.map(({ run }) => run)
    expect(method(recommend(runs, { level: 0.95, looks: 5 }))).toBe(
      'All pairs at once by Tukey and Kramer, one pooled spread, level 99 %, 6 degrees of freedom; asked 5 times, which the level pays for.',
    )
    expect(method(given.heldBackByBound)).toMatch(/Games and Howell/)
  })

  it('says that there was no test, or nothing where nothing was compared', () => {
    expect(method(given.unreplicated)).toBe('No test: there is no spread to test against.')
    expect(method(given.onlyRun)).toBeNull()
    expect(method(given.twoDatasets)).toBeNull()
    expect(method(given.noRuns)).toBeNull()
  })
})
