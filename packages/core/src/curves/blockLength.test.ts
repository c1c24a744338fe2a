import { expect, it } from 'vitest'
import { blockLength } from './blockLength.ts'
import { autoregression, defined } from './testdata/curves.ts'

// arch 8.0.0, arch.bootstrap.optimal_block_length, on the rows that autoregression() gives.
it.each([
  [0.7, 200, 11.008432840118763, 12.601509860275774],
  [0, 100, 1.0310867905073502, 1.1802997344023674],
  [0.95, 300, 26.26736275577432, 30.068624260849802],
  [-0.5, 150, 7.769628083822748, 8.894003926894252],
  [0.9, 40, 4.495799128652912, 5.146405294227848],
  // Cut to what ten values allow: n/3, rounded up.
  [0.3, 10, 4, 4],
])('agrees with arch for AR(1) of %d and %d values', (share, length, stationary, circular) => {
  const answer = defined(blockLength(autoregression(share, length)))
  expect(answer.stationary / stationary).toBeCloseTo(1, 10)
  expect(answer.circular / circular).toBeCloseTo(1, 10)
})

it('agrees with arch for a trend and for values that alternate', () => {
  // optimal_block_length(np.arange(30.)), optimal_block_length(np.array([1., -1] * 20))
  const trend = defined(blockLength(Array.from({ length: 30 }, (_, i) => i)))
  expect(trend.stationary).toBeCloseTo(6.662832945264733, 10)
  expect(trend.circular).toBeCloseTo(7.627039768198105, 10)
  const turns = defined(blockLength(Array.from({ length: 40 }, (_, i) => (i % 2 ? -1 : 1))))
  expect([turns.stationary, turns.circular]).toEqual([14, 14])
})

it('starts from autoregression as it was when the numbers were taken', () => {
  const row = autoregression(0.7, 200)
  expect(row[1]).toBeCloseTo(-0.06546494729464526, 13)
  expect(row[199]).toBeCloseTo(1.5844698693405488, 12)
})

it('does not depend on the unit', () => {
  const row = autoregression(0.7, 200)
  const scaled = defined(blockLength(row.map((value) => value * 1e-180 + 3e-180)))
  expect(scaled.stationary).toBeCloseTo(11.008432840118763, 8)
})

it('has no answer for fewer than 10 values, for NaN, and for equal values', () => {
  const row = autoregression(0.3, 10)
  expect(blockLength([])).toEqual({ kind: 'undefined', reason: 'too-few-values' })
  expect(blockLength(row.slice(1))).toEqual({ kind: 'undefined', reason: 'too-few-values' })
  expect(blockLength([...row, NaN])).toEqual({ kind: 'undefined', reason: 'not-finite' })
  expect(blockLength(row.map(() => 0.1))).toEqual({ kind: 'undefined', reason: 'no-variance' })
})
