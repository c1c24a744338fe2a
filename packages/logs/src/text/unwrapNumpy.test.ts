import { expect, it } from 'vitest'
import { unwrapNumpy } from './unwrapNumpy.ts'

it.each([
  ['np.float64(0.5)', '0.5'],
  ['np.float32(nan)', 'nan'],
  ['0.5', '0.5'],
  ['np.float64(0.5', 'np.float64(0.5'],
  ['float(0.5)', 'float(0.5)'],
  ['', ''],
])('makes %j into %j', (written, inside) => {
  expect(unwrapNumpy(written)).toBe(inside)
})
