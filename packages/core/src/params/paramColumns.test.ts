import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs as anyRuns } from '../testdata/arbitraries.ts'
import type { ParamValue } from '../run/run.ts'
import { objectiveColumn, paramColumn, paramColumns, varyingNames } from './paramColumns.ts'
import { studyOf } from './testdata/studyOf.ts'

/** The column `p` of these values. */
function column(values: readonly (ParamValue | undefined)[], name = 'p') {
  return paramColumn(studyOf({ [name]: values }, values.map(Number.isFinite).map(Number)), name)
}

describe('paramColumn', () => {
  it('reads numbers, also those that MLflow gives as text', () => {
    expect(column([1, '2.50', ' 4 '])).toEqual({
      name: 'p',
      kind: 'number',
      scale: 'linear',
      values: Float64Array.of(1, 2.5, 4),
      labels: [],
      levels: 3,
      isWhole: false,
    })
  })

  it('reads booleans as categories, in any spelling', () => {
    expect(column([true, 'False', 'TRUE', false])).toEqual({
      name: 'p',
      kind: 'category',
      scale: 'linear',
      values: Float64Array.of(1, 0, 1, 0),
      labels: ['false', 'true'],
      levels: 2,
      isWhole: false,
    })
  })

  it('reads text as categories, in the order of the text and not of the runs', () => {
    const answer = column(['sgd', ' adam', 'sgd', 'lion'])
    expect(answer?.labels).toEqual(['adam', 'lion', 'sgd'])
    expect(answer?.values).toEqual(Float64Array.of(2, 0, 2, 1))
  })

  it('makes categories of numbers where one run has a word in their place', () => {
    const answer = column([0.1, 'auto', '0.10', 2, 0, -0])
    expect(answer?.kind).toBe('category')
    expect(answer?.labels).toEqual(['0', '0.1', '2', 'auto'])
    expect(answer?.values).toEqual(Float64Array.of(1, 3, 1, 2, 0, 0))
  })

  it('keeps letter case in words that are no booleans', () => {
    expect(column(['Adam', 'adam', 'truex'])?.labels).toEqual(['Adam', 'adam', 'truex'])
  })

  it('does not take a long id for a number', () => {
    const answer = column(['20240501123456789012', '20240501123456789013'])
    expect(answer?.kind).toBe('category')
    expect(answer?.levels).toBe(2)
    expect(column(['123456789012345', '123456789012346'])?.kind).toBe('number')
    expect(column(['a', '1234567890123456'])?.labels).toEqual(['1234567890123456', 'a'])
  })

  it('counts what is missing among numbers as missing', () => {
    const answer = column([1, null, 'None', ' ', 'null', 'NaN', NaN, 'inf', undefined, 2])
    expect(answer?.kind).toBe('number')
    expect(answer?.values).toEqual(Float64Array.of(1, ...Array.from({ length: 8 }, () => NaN), 2))
    expect(answer?.levels).toBe(2)
    expect(answer?.isWhole).toBe(true)
  })

  it('counts what was set to nothing among categories as a category, but not what is not there', () => {
    const answer = column(['cosine', null, 'None', undefined, '', 'nonesuch'])
    expect(answer?.labels).toEqual(['cosine', 'none', 'nonesuch'])
    expect(answer?.values).toEqual(Float64Array.of(0, 1, 1, NaN, 1, 2))
  })

  it('tells one number from its absence by category', () => {
    const answer = column([5, null, 5, null])
    expect(answer?.kind).toBe('category')
    expect(answer?.labels).toEqual(['5', 'none'])
  })

  it.each([
    ['one number', [3, '3.0', 3]],
    ['0 and -0', [0, -0]],
    ['one word', ['adam', 'adam ']],
    ['one word that some runs lack', ['adam', undefined]],
    ['nothing at all', [null, 'None']],
  ])('is null for a parameter that does not differ: %s', (_, values) => {
    expect(column(values)).toBeNull()
  })

  it('takes the log scale from two decades on', () => {
    expect(column([1, 10, 100])?.scale).toBe('log')
    expect(column([1, 10, 99.9])?.scale).toBe('linear')
    expect(column([0, 1, 1000])?.scale).toBe('linear')
    expect(column([-1, 1, 1000])?.scale).toBe('linear')
    expect(column([1, 100])?.values).toEqual(Float64Array.of(0, Math.log(100)))
  })

  it.each(['lr', 'optim.lr', 'optim/baseLr', 'Learning-Rate', 'weight_decay', 'peak_lr'])(
    'takes the log scale for %s however little it was varied, if it is positive',
    (name) => {
      expect(column([0.1, 0.2], name)?.scale).toBe('log')
      expect(column([0, 0.2], name)?.scale).toBe('linear')
    },
  )

  it.each(['lr_decay', 'dropout', 'lr.warmup'])('does not for %s', (name) => {
    expect(column([0.1, 0.2], name)?.scale).toBe('linear')
  })

  it('keeps what is missing missing on the log scale', () => {
    expect(column([1, undefined, 1000])?.values).toEqual(Float64Array.of(0, NaN, Math.log(1000)))
  })

  it('tells whole numbers from others', () => {
    expect(column([1, 2, 3])?.isWhole).toBe(true)
    expect(column([1, 2, 3.5])?.isWhole).toBe(false)
  })
})

describe('paramColumns', () => {
  it('orders by name and leaves out constants, seeds and names of runs', () => {
    const runs = studyOf(
      { b: [1, 2], a: [2, 1], same: [1, 1], seed: [1, 2], run_name: ['x', 'y'] },
      [0, 1],
    )
    expect(paramColumns(runs).map(({ name }) => name)).toEqual(['a', 'b'])
  })

  it('takes the parameters that are asked for once each, even a seed, and none that is unknown', () => {
    const runs = studyOf({ b: [1, 2], a: [2, 1], seed: [1, 2] }, [0, 1])
    const names = ['seed', 'b', 'b', 'toString']
    expect(paramColumns(runs, names).map(({ name }) => name)).toEqual(['b', 'seed'])
    expect(paramColumns(runs, [])).toEqual([])
  })

  it('finds parameters that only some runs have', () => {
    const runs = studyOf({ a: [1, undefined, 2] }, [0, 1, 2])
    expect(varyingNames(runs)).toEqual(['a'])
    expect(paramColumns(runs)[0]?.values).toEqual(Float64Array.of(1, NaN, 2))
  })

  it('has nothing to say of no run', () => {
    expect(paramColumns([])).toEqual([])
  })

  it('gives every column a place for every run and at least two different values', () => {
    fc.assert(
      fc.property(anyRuns, (runs) => {
        for (const { values, levels, labels, kind } of paramColumns(runs)) {
          expect(values).toHaveLength(runs.length)
          expect(levels).toBeGreaterThan(1)
          expect(values.every((value) => Number.isFinite(value) || Number.isNaN(value))).toBe(true)
          expect(labels).toHaveLength(kind === 'category' ? levels : 0)
        }
      }),
    )
  })
})

describe('objectiveColumn', () => {
  it('holds the best value of each run, by default the lowest eval loss', () => {
    const runs = studyOf({}, [0.5, Infinity, 0.25])
    expect(objectiveColumn(runs)).toEqual(Float64Array.of(0.5, NaN, 0.25))
    expect(objectiveColumn(runs, { metric: 'other', goal: 'max' })).toEqual(
      Float64Array.of(NaN, NaN, NaN),
    )
  })
})
