import fc from 'fast-check'
import { expect, it } from 'vitest'
import { series } from '../testdata/arbitraries.ts'
import { spikes } from './spikes.ts'
import { columnsOf, defined, holdsOnlyFinite, normals, seriesOf } from './testdata/curves.ts'

const calm = (length: number, noise = 1): readonly number[] => {
  const next = normals(4)
  return Array.from({ length }, () => noise * next())
}

// The window before the sixth value: median 0.5, 1.4826 · MAD 0.014826, by hand and by NumPy.
it('finds how many robust sd a spike is away', () => {
  const values = [0.5, 0.51, 0.49, 0.5, 0.52, 0.95, 0.5, 0.49, 0.51, 0.5, 0.48]
  const answer = defined(spikes(seriesOf(values), { window: 5 }))
  expect(answer.spikes).toHaveLength(1)
  expect(answer.spikes[0]).toMatchObject({ step: 6, value: 0.95, median: 0.5 })
  expect(answer.spikes[0]?.deviation).toBeCloseTo(30.352084176446752, 10)
  expect(answer).toMatchObject({ nonFinite: 0, window: 5, judged: 6, perThousand: null })
})

it('finds none in a constant series, nor in one that rounding moves', () => {
  expect(defined(spikes(seriesOf(Array(200).fill(0.1)))).spikes).toEqual([])
  const rounded = Array.from({ length: 200 }, (_, i) => (i % 40 === 39 ? 0.51 : 0.5))
  expect(defined(spikes(seriesOf(rounded))).spikes).toEqual([])
  // One unit of the last decimal is an sd there: 0.55 is 5 of them, and 0.56 is 6.
  const jump = (to: number): number =>
    defined(spikes(seriesOf([...Array(30).fill(0.5), to]))).spikes.length
  expect([jump(0.55), jump(0.56)]).toEqual([0, 1])
})

it('holds an sd to a part of the median where all digits are logged', () => {
  const level = 1 / 3
  const jump = (factor: number): number =>
    defined(spikes(seriesOf([...Array(30).fill(level), level * factor]))).spikes.length
  expect(jump(1 + 1e-12)).toBe(0)
  expect(jump(1 + 1e-10)).toBe(1)
})

it('finds nearly none in noise, and every jump of ten sd', () => {
  const noise = calm(3000)
  const quiet = defined(spikes(seriesOf(noise)))
  expect(quiet.perThousand).toBeLessThan(1)
  const marked = noise.map((value, i) => (i % 100 === 99 ? value + 12 : value))
  const found = defined(spikes(seriesOf(marked)))
  const expected = Array.from({ length: 30 }, (_, i) => 100 * (i + 1))
  expect(found.spikes.map(({ step }) => step)).toEqual(expect.arrayContaining(expected))
  expect(found.perThousand).toBeCloseTo((found.spikes.length / found.judged) * 1000, 12)
  expect(found.perThousand).toBeGreaterThan(9)
})

it('looks only at the worse side', () => {
  const wave = (length: number): number[] => Array.from({ length }, (_, i) => (i % 7) - 3)
  const values = [...wave(60), 60, ...wave(20), -60]
  const steps = (goal?: 'min' | 'max'): unknown =>
    defined(spikes(seriesOf(values), goal === undefined ? {} : { goal })).spikes.map((s) => s.step)
  expect(steps()).toEqual([61])
  expect(steps('min')).toEqual([61])
  expect(steps('max')).toEqual([82])
  const low = defined(spikes(seriesOf(values), { goal: 'max' })).spikes[0]
  expect(low?.value).toBe(-60)
  expect(low?.deviation).toBeGreaterThan(15)
})

it('takes a spike to be more than the threshold', () => {
  // Median 0, sd 1.4826 · 1, so that the next values are 5 and a little more than 5 sd away.
  const before = [-2, -1, 0, 1, 2]
  const count = (value: number, threshold?: number): number =>
    defined(
      spikes(
        seriesOf([...before, value]),
        threshold === undefined ? { window: 5 } : { window: 5, threshold },
      ),
    ).spikes.length
  expect(count(5 * 1.4826)).toBe(0)
  expect(count(5.001 * 1.4826)).toBe(1)
  expect(count(3.5 * 1.4826, 3)).toBe(1)
  expect(count(2.5 * 1.4826, 3)).toBe(0)
})

it('uses a window of 51, or 21 below 150 points', () => {
  expect(defined(spikes(seriesOf(calm(149)))).window).toBe(21)
  expect(defined(spikes(seriesOf(calm(150))))).toMatchObject({ window: 51, judged: 99 })
})

it('gives a rate from 60 points on', () => {
  expect(defined(spikes(seriesOf(calm(59)))).perThousand).toBeNull()
  expect(defined(spikes(seriesOf(calm(60)))).perThousand).toBe(0)
})

it('counts what is not finite, and passes over it', () => {
  const values = [NaN, -2, -1, Infinity, 0, 1, -Infinity, 2, 100]
  const answer = defined(spikes(seriesOf(values), { window: 5 }))
  expect(answer).toMatchObject({ nonFinite: 3, judged: 1 })
  expect(answer.spikes.map(({ step }) => step)).toEqual([9])
})

it('begins a new window where the step goes back or stands still', () => {
  const values = [0, 1, 2, 0, 1, 50, 51, 52, 50, 51, 90]
  const judge = (steps: readonly number[]): readonly number[] =>
    defined(spikes(columnsOf(steps, values), { window: 5 })).spikes.map(({ step }) => step)
  expect(judge([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toEqual([6, 7, 8, 11])
  expect(judge([1, 2, 3, 4, 5, 3, 4, 5, 6, 7, 8])).toEqual([8])
  expect(judge([1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10])).toEqual([10])
})

it('says so where no point has a whole window before it', () => {
  const none = { kind: 'undefined', reason: 'too-few-points' }
  expect(spikes(seriesOf([]))).toEqual(none)
  expect(spikes(seriesOf(calm(21)))).toEqual(none)
  expect(spikes(seriesOf(calm(22))).kind).toBe('defined')
})

it('refuses a window or a threshold that is none', () => {
  const bad = expect.objectContaining({ code: 'bad-option' })
  for (const window of [2, 0, 5.5, NaN]) {
    expect(() => spikes(seriesOf([1]), { window })).toThrow(/whole number of at least 3/)
  }
  for (const threshold of [0, -1, NaN]) {
    expect(() => spikes(seriesOf([1]), { threshold })).toThrow(/number above 0/)
  }
  expect(() => spikes(seriesOf([1]), { window: 2 })).toThrow(bad)
  expect(() => spikes(seriesOf([1]), { threshold: 0 })).toThrow(bad)
  expect(() => spikes(seriesOf([1]), { goal: 'low' as 'min' })).toThrow(bad)
  expect(spikes(seriesOf([1, 2, 1, 2]), { window: 3 }).kind).toBe('defined')
})

it('finds among any points only such as are there', () => {
  fc.assert(
    fc.property(series, (curve) => {
      const answer = spikes(curve, { window: 3, threshold: 1 })
      if (answer.kind === 'undefined') return
      for (const spike of answer.spikes) {
        expect(curve.values[curve.steps.indexOf(spike.step)]).toBe(spike.value)
        expect(spike.value).toBeGreaterThan(spike.median)
      }
      const finite = curve.values.filter(Number.isFinite).length
      expect(answer.judged).toBe(finite - 3)
      expect(answer.nonFinite).toBe(curve.values.length - finite)
    }),
  )
  expect(holdsOnlyFinite(spikes(seriesOf([...calm(60), 9]), { threshold: 3 }))).toBe(true)
})
