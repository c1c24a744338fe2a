import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collinearGroups, collinearWork } from './collinear.ts'
import { categoriesOf, numbersOf } from './testdata/studyOf.ts'

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
const ten = upTo(10)

/** Ten values with a given correlation to 0, 1, … 9 (Gram–Schmidt on a second column). */
function correlated(r: number): number[] {
  const x = ten.map((i) => (i - 4.5) / Math.sqrt(82.5))
  const other = [1, -1, -1, 1, 0, 0, 1, -1, -1, 1]
  const along = other.reduce((sum, value, i) => sum + value * (x[i] ?? 0), 0)
  const rest = other.map((value, i) => value - along * (x[i] ?? 0))
  const length = Math.hypot(...rest)
  return rest.map((value, i) => Math.sqrt(1 - r * r) * (value / length) + r * (x[i] ?? 0))
}

describe('collinearGroups', () => {
  it('puts numbers together that correlate beyond 0.8, up or down', () => {
    const x = numbersOf('x', ten)
    expect(collinearGroups([x, numbersOf('y', correlated(0.81))])).toEqual([['x', 'y']])
    expect(collinearGroups([x, numbersOf('y', correlated(-0.81))])).toEqual([['x', 'y']])
    expect(collinearGroups([x, numbersOf('y', correlated(0.79))])).toEqual([])
    expect(collinearGroups([x, numbersOf('y', correlated(-0.79))])).toEqual([])
  })

  it('measures on the scale of each', () => {
    const factors = ten.map((i) => 10 ** i)
    expect(collinearGroups([numbersOf('x', ten), numbersOf('y', factors, 'log')])).toHaveLength(1)
    expect(collinearGroups([numbersOf('x', ten), numbersOf('y', factors)])).toEqual([])
  })

  it('puts parameters together that part the runs alike, whatever their kind', () => {
    const sizes = numbersOf('size', [1, 1, 2, 2, 3, 3, 1, 2, 3, 1])
    const steps = numbersOf('steps', [5, 5, 9, 9, 1, 1, 5, 9, 1, 5])
    const kinds = categoriesOf('kind', [2, 2, 0, 0, 1, 1, 2, 0, 1, 2])
    const other = categoriesOf('other', [2, 2, 0, 0, 1, 1, 2, 0, 1, 1])
    expect(collinearGroups([sizes, steps])).toEqual([['size', 'steps']])
    expect(collinearGroups([kinds, sizes])).toEqual([['kind', 'size']])
    expect(collinearGroups([kinds, other])).toEqual([])
  })

  it('does not take runs that each have a value of their own for a partition', () => {
    const shuffled = [3, 8, 1, 6, 9, 0, 5, 2, 7, 4]
    expect(collinearGroups([numbersOf('x', ten), numbersOf('y', shuffled)])).toEqual([])
    const five = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]
    expect(collinearGroups([categoriesOf('x', five), categoriesOf('y', five)])).toHaveLength(1)
    const six = [0, 1, 2, 3, 4, 5, 1, 2, 3, 4]
    expect(collinearGroups([categoriesOf('x', six), categoriesOf('y', six)])).toEqual([])
  })

  it('counts the runs that have a parameter, and not those that lack it', () => {
    const places = [0, 1, 2, 3, 4, 5, 0, 1, 2, 3, ...upTo(10).map(() => -1)]
    expect(collinearGroups([categoriesOf('x', places), categoriesOf('y', places)])).toEqual([])
    const more = [...places, 4, 5]
    expect(collinearGroups([categoriesOf('x', more), categoriesOf('y', more)])).toHaveLength(1)
  })

  it('counts a missing value as a group of its own', () => {
    const x = categoriesOf('x', [...upTo(10).map((i) => i % 2), -1, -1])
    expect(collinearGroups([x, { ...x, name: 'y' }])).toEqual([['x', 'y']])
    const y = categoriesOf('y', [...upTo(10).map((i) => i % 2), -1, 1])
    expect(collinearGroups([x, y])).toEqual([])
  })

  it('looks at the runs that have both, if there are ten', () => {
    const x = numbersOf('x', [NaN, ...ten, 77])
    const y = numbersOf('y', [99, ...ten, NaN])
    expect(collinearGroups([x, y])).toEqual([['x', 'y']])
    const less = numbersOf('y', [99, ...ten.with(0, NaN), NaN])
    expect(collinearGroups([x, less])).toEqual([])
    const parts = [0, 1, 0, 1, 0, 1, 0, 1, 0]
    expect(collinearGroups([categoriesOf('x', parts), categoriesOf('y', parts)])).toEqual([])
    const more = [...parts, 1]
    expect(collinearGroups([categoriesOf('x', more), categoriesOf('y', more)])).toHaveLength(1)
  })

  it('puts together what belongs to the same third, and orders by name', () => {
    const x = numbersOf('m', ten)
    const near = numbersOf('z', correlated(0.85))
    const far = numbersOf(
      'a',
      ten.map((i) => i + (correlated(0)[i] ?? 0) * -5.5),
    )
    const lone = categoriesOf('b', [0, 1, 1, 0, 1, 0, 0, 1, 1, 0])
    const twin = categoriesOf('c', [1, 0, 0, 1, 0, 1, 1, 0, 0, 1])
    expect(collinearGroups([near, far])).toEqual([])
    expect(collinearGroups([twin, near, lone, x, far])).toEqual([
      ['a', 'm', 'z'],
      ['b', 'c'],
    ])
  })

  it('holds for the largest and the smallest numbers', () => {
    const large = numbersOf(
      'x',
      ten.map((i) => (i - 4.5) * 3e307),
    )
    const small = numbersOf(
      'y',
      ten.map((i) => i * 1e-200),
    )
    expect(collinearGroups([large, small])).toEqual([['x', 'y']])
    const constant = { ...numbersOf('z', ten), values: new Float64Array(10) }
    expect(collinearGroups([constant, small])).toEqual([])
  })

  it('is not asked of fewer than two', () => {
    expect(collinearGroups([])).toEqual([])
    expect(collinearGroups([numbersOf('x', ten)])).toEqual([])
  })

  it('does not depend on the order of the parameters', () => {
    const list = fc.array(fc.array(fc.nat({ max: 2 }), { minLength: 10, maxLength: 10 }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(list, (given) => {
        const columns = given.map((places, i) => numbersOf(`p${i}`, places))
        expect(collinearGroups(columns.toReversed())).toEqual(collinearGroups(columns))
      }),
    )
  })

  it('tells how far it is, in steps that never go back', () => {
    const columns = upTo(4).map((i) => numbersOf(`p${i}`, correlated(i / 10)))
    expect([...collinearWork(columns)]).toEqual([0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1])
    // One more rest where a parameter has fifty before it.
    const many = upTo(51).map((i) => numbersOf(`p${i}`, correlated(i / 100)))
    expect([...collinearWork(many)]).toHaveLength(51 + 51 + 1)
  })
})
