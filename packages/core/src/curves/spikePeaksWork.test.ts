import fc from 'fast-check'
import { expect, it } from 'vitest'
import { series } from '../testdata/arbitraries.ts'
import { finish } from '../stats/work.ts'
import { spikePeaksWork } from './spikePeaksWork.ts'
import { spikes } from './spikes.ts'
import { columnsOf, defined, normals, seriesOf } from './testdata/curves.ts'

const calm = (length: number): number[] => {
  const next = normals(4)
  return Array.from({ length }, () => next())
}

it('makes one mark of neighbours, at the farthest of them', () => {
  const values = calm(60)
  values.splice(40, 3, 50, 90, 60)
  values[45] = 40
  const marks = finish(spikePeaksWork(seriesOf(values), 'min'))
  expect(marks.map(({ step, value }) => [step, value])).toEqual([
    [42, 90],
    [46, 40],
  ])
})

it('does not join spikes across a value that is missing', () => {
  const values = calm(60)
  values.splice(40, 3, 50, NaN, 60)
  const marks = finish(spikePeaksWork(seriesOf(values), 'min'))
  expect(marks.map(({ step }) => step)).toEqual([41, 43])
})

it('goes to the lower side where high is good', () => {
  const values = calm(60).map((_, i) => i % 7)
  values[40] = 50
  values[50] = -50
  const marks = finish(spikePeaksWork(seriesOf(values), 'max'))
  expect(marks.map(({ step }) => step)).toEqual([51])
})

it('finds in slices what spikes finds in the whole, also at their borders', () => {
  const values = calm(13_000)
  for (const place of [60, 4094, 4095, 4096, 4097, 8191, 8193, 12_287, 12_999]) values[place] = 40
  for (let place = 4000; place < 4080; place++) values[place] = NaN
  const whole = defined(spikes(seriesOf(values)))
  const marks = finish(spikePeaksWork(seriesOf(values), 'min'))
  const found = new Map(whole.spikes.map((spike) => [spike.step, spike.deviation]))
  expect(marks.map(({ step }) => step)).toEqual(
    expect.arrayContaining([61, 8192, 8194, 12_288, 13_000]),
  )
  for (const { step, deviation } of marks) expect(found.get(step)).toBe(deviation)
  const among = marks.filter(({ step }) => step >= 4095 && step <= 4098)
  expect(among).toHaveLength(1)
  const lone = whole.spikes.filter(({ step }) => !found.has(step - 1) && !found.has(step + 1))
  expect(marks).toHaveLength(lone.length + 1)
})

it('keeps to the window of a log that goes back', () => {
  const steps = calm(9000).map((_, i) => (i < 4090 ? i : i - 4000))
  const values = calm(9000)
  values[4120] = 90
  values[5000] = 90
  const marks = finish(spikePeaksWork(columnsOf(steps, values), 'min'))
  const whole = defined(spikes(columnsOf(steps, values)))
  expect(marks.map(({ step }) => step)).toEqual(whole.spikes.map(({ step }) => step))
  expect(marks.some(({ step }) => step === 120)).toBe(false)
  expect(marks.some(({ step }) => step === 1000)).toBe(true)
})

it('tells how far it is, and ends at 1', () => {
  const shares = [...spikePeaksWork(seriesOf(calm(10_000)), 'min')]
  expect(shares).toHaveLength(3)
  expect(shares.at(-1)).toBe(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})

it('finds nothing where nothing can be judged', () => {
  expect(finish(spikePeaksWork(seriesOf([]), 'min'))).toEqual([])
  expect(finish(spikePeaksWork(seriesOf([1, 2, 900]), 'min'))).toEqual([])
})

it('marks only points that are there, none twice', () => {
  fc.assert(
    fc.property(fc.array(series, { minLength: 1, maxLength: 4 }), (curves) => {
      const values = curves.flatMap((curve) => Array.from(curve.values))
      const marks = finish(spikePeaksWork(seriesOf(values), 'min'))
      expect(new Set(marks.map(({ step }) => step)).size).toBe(marks.length)
      for (const { step, value } of marks) expect(values[step - 1]).toBe(value)
    }),
  )
})
