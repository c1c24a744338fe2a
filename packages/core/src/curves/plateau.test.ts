import { expect, it } from 'vitest'
import { plateau } from './plateau.ts'
import { columnsOf, defined, normals, seriesOf } from './testdata/curves.ts'

/** A curve of 101 steps that falls to 3 until step 71, and from there by `fall` at each step. */
const curve = (fall: number, noise = 0): readonly number[] => {
  const next = normals(9)
  return Array.from({ length: 101 }, (_, i) => {
    const level = i < 70 ? 73 - i : 3 - fall * (i - 70)
    return level + noise * next()
  })
}

it('finds a curve level that moves by noise alone over its last 30 %', () => {
  const answer = defined(plateau(seriesOf(curve(0, 0.1)), { minimumEffect: 0.2 }))
  expect(answer.isPlateau).toBe(true)
  expect(answer.span).toBeCloseTo(30, 10)
  expect(Math.abs(answer.slope)).toBeLessThan(0.01)
  expect(answer.interval[0]).toBeLessThan(0)
  expect(answer.interval[1]).toBeGreaterThan(0)
})

it('finds one that falls, or rises, not level, however little it matters', () => {
  const small = defined(plateau(seriesOf(curve(0.001)), { minimumEffect: 10 }))
  expect(small.isPlateau).toBe(false)
  expect(small.slope).toBeCloseTo(-0.001, 12)
  expect(defined(plateau(seriesOf(curve(-0.001)), { minimumEffect: 10 })).isPlateau).toBe(false)
})

it('finds no plateau where what there may be would matter', () => {
  const series = seriesOf(curve(0, 0.1))
  const { slope, span } = defined(plateau(series, { minimumEffect: 1 }))
  const change = Math.abs(slope) * span
  expect(change).toBeGreaterThan(0)
  expect(defined(plateau(series, { minimumEffect: change })).isPlateau).toBe(false)
  expect(defined(plateau(series, { minimumEffect: change * 1.001 })).isPlateau).toBe(true)
})

it('takes a level curve for a plateau', () => {
  expect(defined(plateau(seriesOf(Array(20).fill(3)), { minimumEffect: 1e-9 }))).toMatchObject({
    isPlateau: true,
    slope: 0,
    interval: [0, 0],
  })
})

it('looks at the last 30 % of the steps that have a value', () => {
  // Were the missing points counted, the last part would begin at step 39 and hold only level ones.
  const values = [...Array.from({ length: 30 }, (_, i) => 30 - i), ...Array(25).fill(NaN)]
  const answer = defined(plateau(seriesOf([NaN, NaN, ...values]), { minimumEffect: 5 }))
  expect(answer.span).toBeCloseTo(29 * 0.3, 10)
  expect(answer.slope).toBe(-1)
  const restarted = columnsOf(
    [0, 10, 20, 30, 40, 28, 29, 32, 34, 36, 38],
    [50, 9, 8, 7, 6, 1, 1, 1, 1, 1, 1],
  )
  expect(defined(plateau(restarted, { minimumEffect: 5 })).span).toBeCloseTo(12, 10)
})

it('needs five points there', () => {
  const none = { kind: 'undefined', reason: 'too-few-points' }
  const options = { minimumEffect: 1 }
  expect(plateau(seriesOf([]), options)).toEqual(none)
  expect(plateau(seriesOf([NaN, 3]), options)).toEqual(none)
  expect(plateau(seriesOf(Array.from({ length: 12 }, (_, i) => i % 2)), options)).toEqual(none)
  expect(plateau(seriesOf(Array.from({ length: 15 }, (_, i) => i % 2)), options).kind).toBe(
    'defined',
  )
})

it.each([0, -1, NaN, Infinity])('refuses a minimum effect of %d', (minimumEffect) => {
  expect(() => plateau(seriesOf([1, 2, 3]), { minimumEffect })).toThrow(
    expect.objectContaining({
      code: 'bad-option',
      message: expect.stringContaining('minimumEffect above 0'),
    }),
  )
})
