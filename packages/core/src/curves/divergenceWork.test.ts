import { expect, it } from 'vitest'
import { finish } from '../stats/work.ts'
import { divergence } from './divergence.ts'
import { divergenceWork } from './divergenceWork.ts'
import { columnsOf, normals, seriesOf } from './testdata/curves.ts'

const curve = (length: number, level: (i: number) => number): ReturnType<typeof seriesOf> => {
  const next = normals(8)
  return seriesOf(Array.from({ length }, (_, i) => level(i) + next() * 0.1))
}

it.each([
  ['falls', (i: number) => 3 * Math.exp(-i / 5000)],
  ['goes up for good', (i: number) => (i < 33_333 ? 3 : 9)],
  ['goes up over the border of a slice', (i: number) => (i >= 16_382 && i < 16_389 ? 9 : 3)],
  ['goes up for too short', (i: number) => (i === 20_000 ? 4 : 3)],
  ['goes up at the end', (i: number) => (i >= 49_990 ? 9 : 3)],
])('finds in slices what divergence finds in the whole, of a curve that %s', (_name, level) => {
  const series = curve(50_000, level)
  expect(finish(divergenceWork(series, 'min'))).toEqual(divergence(series, 'min'))
  expect(finish(divergenceWork(series, 'max'))).toEqual(divergence(series, 'max'))
})

it('finds the divergence that these curves were made with', () => {
  const series = curve(50_000, (i) => (i >= 16_382 && i < 16_396 ? 9 : 3))
  expect(finish(divergenceWork(series, 'min'))).toMatchObject({
    finding: 'diverging',
    isOngoing: false,
  })
  expect(
    finish(
      divergenceWork(
        curve(50_000, (i) => i / 1e4),
        'min',
      ),
    ),
  ).toMatchObject({
    finding: 'diverging',
    isOngoing: true,
  })
})

it('is the same up to one slice, and then says how far it is', () => {
  const short = curve(16_384, (i) => i / 1e4)
  expect(divergenceWork(short, 'min').next()).toEqual({
    done: true,
    value: divergence(short, 'min'),
  })
  const shares = [
    ...divergenceWork(
      curve(40_000, () => 3),
      'min',
    ),
  ]
  expect(shares).toHaveLength(5)
  expect(shares.at(-1)).toBeCloseTo(1, 12)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
})

it('has no answer where nothing tells the noise or the level', () => {
  expect(finish(divergenceWork(seriesOf([]), 'min'))).toMatchObject({ kind: 'undefined' })
  const falling = Array.from({ length: 20_000 }, (_, i) => -i)
  const values = falling.map(() => 1)
  expect(finish(divergenceWork(columnsOf(falling, values), 'min'))).toMatchObject({
    finding: 'none',
  })
})
