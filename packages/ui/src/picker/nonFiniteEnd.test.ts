import { expect, it } from 'vitest'
import { nonFiniteEnd } from './nonFiniteEnd.ts'
import { runOf } from './testdata/runs.ts'

it.each([
  [NaN, NaN],
  [Infinity, Infinity],
  [-Infinity, -Infinity],
  [0, null],
  [null, null],
])('takes a last value of %s for the end %s', (last, end) => {
  const run = runOf('a', { metrics: { 'eval/loss': { min: 0.5, last } } })
  expect(nonFiniteEnd(run, 'eval/loss')).toBe(end)
  expect(nonFiniteEnd(run, 'train/loss')).toBeNull()
})
