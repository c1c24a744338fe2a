import { expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { checkDf, checkShare } from './checkDistribution.ts'

it('takes shares strictly between 0 and 1', () => {
  expect(() => checkShare(1e-300)).not.toThrow()
  expect(() => checkShare(1 - 2 ** -53)).not.toThrow()
  for (const p of [0, 1, NaN]) expect(() => checkShare(p)).toThrow(RunoffError)
})

it('takes finite degrees of freedom above 0', () => {
  expect(() => checkDf(1e-9)).not.toThrow()
  expect(() => checkDf(1e300)).not.toThrow()
  for (const df of [0, -1, NaN, Infinity]) expect(() => checkDf(df)).toThrow(RunoffError)
})
