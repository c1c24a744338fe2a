import { expect, it } from 'vitest'
import type { ParamValue } from './run.ts'
import { paramStep } from './paramStep.ts'

const step = (value: ParamValue, base: ParamValue) =>
  paramStep(
    {
      values: new Map([
        ['a', value],
        ['b', base],
      ]),
    },
    'a',
    'b',
  )

it('gives the difference and, of positive numbers, the factor', () => {
  expect(step(5e-4, '1e-4')?.ratio).toBeCloseTo(5, 12)
  expect(step(3, 2)).toEqual({ difference: 1, ratio: 1.5 })
  expect(step(0, 2)).toEqual({ difference: -2, ratio: null })
  expect(step(-1, 2)?.ratio).toBeNull()
})

it('gives nothing where one of the two is no finite number', () => {
  expect([step('auto', 1), step(null, 1), step(1, NaN), step(Infinity, 1)]).toEqual([
    null,
    null,
    null,
    null,
  ])
  expect(paramStep({ values: new Map([['a', 1]]) }, 'a', 'b')).toBeNull()
})
