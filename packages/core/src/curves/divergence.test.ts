import { expect, it } from 'vitest'
import { divergence } from './divergence.ts'
import { noiseOf } from './noiseOf.ts'
import { columnsOf, normals, seriesOf } from './testdata/curves.ts'

const none = { kind: 'defined', finding: 'none', step: null, isOngoing: false }

/** A curve with noise of about 1 and, from the 11th point on for some points, a raised level. */
const raised = (by: number, points: number): readonly number[] => {
  const next = normals(8)
  return Array.from({ length: 40 }, (_, i) => 10 + next() + (i >= 10 && i < 10 + points ? by : 0))
}

it('finds a curve that falls, and one that stays, in order', () => {
  expect(divergence(seriesOf([9, 8, 6, 5, 4, 4, 3, 3]), 'min')).toEqual(none)
  expect(divergence(seriesOf(raised(0, 0)), 'min')).toEqual(none)
  expect(divergence(seriesOf(Array(20).fill(0.1)), 'min')).toEqual(none)
  expect(divergence(seriesOf(Array(20).fill(0)), 'min')).toEqual(none)
})

it('finds the first value that is not finite, and whether it ends so', () => {
  expect(divergence(seriesOf([3, 2, NaN, 1]), 'min')).toEqual({
    kind: 'defined',
    finding: 'non-finite',
    step: 3,
    isOngoing: false,
  })
  expect(divergence(seriesOf([3, NaN, 2]), 'min')).toMatchObject({ step: 2, isOngoing: false })
  expect(divergence(seriesOf([3, Infinity, NaN]), 'max')).toEqual({
    kind: 'defined',
    finding: 'non-finite',
    step: 2,
    isOngoing: true,
  })
  expect(divergence(seriesOf([-Infinity]), 'min')).toMatchObject({ step: 1, isOngoing: true })
})

it('finds five smoothed points in a row that are far worse than the first', () => {
  expect(divergence(seriesOf(raised(20, 30)), 'min')).toMatchObject({
    finding: 'diverging',
    isOngoing: true,
  })
  const passing = divergence(seriesOf(raised(20, 12)), 'min')
  expect(passing).toMatchObject({ finding: 'diverging', isOngoing: false })
  expect(divergence(seriesOf(raised(20, 1)), 'min')).toEqual(none)
  expect(divergence(seriesOf(raised(3, 30)), 'min')).toEqual(none)
  // Far better is not worse.
  expect(divergence(seriesOf(raised(20, 30)), 'max')).toEqual(none)
  expect(divergence(seriesOf(raised(-20, 30)), 'min')).toEqual(none)
  expect(divergence(seriesOf(raised(-20, 30)), 'max')).toMatchObject({ finding: 'diverging' })
})

it('counts four in a row as none, and names the first step of five', () => {
  const ramp = (points: number): readonly number[] => [
    ...Array(20).fill(0),
    ...Array(points).fill(1000),
    ...Array(30).fill(0),
  ]
  // Most deviations are 0, so the noise is the root mean square; means of five with 3 raised points
  // come to 600, and there are as many of these as raised points.
  for (const points of [4, 5]) {
    const limit = 5 * (noiseOf(ramp(points)) ?? NaN)
    expect(limit).toBeGreaterThan(400)
    expect(limit).toBeLessThan(600)
  }
  expect(divergence(seriesOf(ramp(4)), 'min')).toEqual(none)
  expect(divergence(seriesOf(ramp(5)), 'min')).toEqual({
    kind: 'defined',
    finding: 'diverging',
    step: 21,
    isOngoing: false,
  })
})

it('starts counting anew after a point that is in order', () => {
  const twice = [
    ...Array(20).fill(0),
    ...Array(4).fill(1000),
    ...Array(20).fill(0),
    ...Array(4).fill(1000),
    ...Array(100).fill(0),
  ]
  expect(5 * (noiseOf(twice) ?? NaN)).toBeLessThan(600)
  expect(divergence(seriesOf(twice), 'min')).toEqual(none)
})

it('finds a straight line that goes the wrong way', () => {
  const rising = seriesOf([1, 2, 3, 4, 5, 6, 7, 8])
  expect(divergence(rising, 'min')).toEqual({
    kind: 'defined',
    finding: 'diverging',
    step: 2,
    isOngoing: true,
  })
  expect(divergence(rising, 'max')).toEqual(none)
})

it('cannot tell where too few points tell the noise', () => {
  const tooFew = { kind: 'undefined', reason: 'too-few-points' }
  expect(divergence(seriesOf([]), 'min')).toEqual(tooFew)
  expect(divergence(seriesOf([1, 2, 3, 4]), 'min')).toEqual(tooFew)
  expect(divergence(columnsOf([1, 2, 1, 2, 1, 2], [1, 2, 3, 4, 5, 6]), 'min')).toEqual(tooFew)
  expect(() => divergence(seriesOf([]), 'low' as 'min')).toThrow(/"min" or "max"/)
})
