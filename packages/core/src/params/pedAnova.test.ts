import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RunoffError } from '../errors.ts'
import { objectiveColumn, paramColumns, type ParamColumn } from './paramColumns.ts'
import { pedAnova, type PedAnovaOptions } from './pedAnova.ts'
import { categoriesOf, numbersOf, studyOf } from './testdata/studyOf.ts'

function answerOf(
  columns: readonly ParamColumn[],
  target: ArrayLike<number>,
  options?: PedAnovaOptions,
) {
  const answer = pedAnova(columns, target, options)
  if (answer.kind === 'undefined') throw new Error(answer.reason)
  return answer
}

/** Two parameters on a grid of seven by seven, with a value that depends on one far more. */
function grid() {
  const points = Array.from({ length: 49 }, (_, i) => ({
    a: Math.floor(i / 7) / 6,
    b: (i % 7) / 6,
  }))
  const values = points.map(({ a, b }) => 4 * (a - 0.3) ** 2 + 0.5 * (b - 0.6) ** 2)
  return studyOf({ a: points.map(({ a }) => a), b: points.map(({ b }) => b) }, values)
}

/** Uniform numbers that other languages can make too: x' = 16807 x mod 2^31 - 1, from 42. */
function lehmer(): () => number {
  let state = 42
  return () => {
    state = (16807 * state) % 2147483647
    return state / 2147483647
  }
}

/** Sixty runs with a parameter of each kind, one of which some runs lack. */
function mixed(): { columns: ParamColumn[]; target: number[] } {
  const random = lehmer()
  const rows = Array.from({ length: 60 }, () => {
    const lr = 10 ** (-5 + 3 * random())
    const layers = Math.floor(random() * 8) + 1
    const opt = Math.floor(random() * 3)
    const hidden = Math.floor(2 ** (6 + 6 * random()))
    const [wd, noise] = [random(), random()]
    const value = (Math.log10(lr) + 3.5) ** 2 + 0.05 * layers + (opt === 2 ? 0.5 : 0) + noise
    return { lr, layers, opt, hidden, wd: opt === 2 ? NaN : wd, value }
  })
  return {
    columns: [
      numbersOf(
        'lr',
        rows.map(({ lr }) => lr),
        'log',
      ),
      numbersOf(
        'layers',
        rows.map(({ layers }) => layers),
      ),
      categoriesOf(
        'opt',
        rows.map(({ opt }) => opt),
      ),
      numbersOf(
        'hidden',
        rows.map(({ hidden }) => hidden),
        'log',
      ),
      numbersOf(
        'wd',
        rows.map(({ wd }) => wd),
      ),
    ],
    target: rows.map(({ value }) => value),
  }
}

/** How far values are from what is expected, as a part of it; the largest. */
function worstError(values: readonly number[], expected: readonly number[]): number {
  const errors = expected.map((value, i) =>
    value === 0 ? Math.abs(values[i] ?? NaN) : Math.abs((values[i] ?? NaN) / value - 1),
  )
  return values.length === expected.length ? Math.max(...errors) : Infinity
}

describe('pedAnova', () => {
  // Optuna 5.0.0: PedAnovaImportanceEvaluator(target_quantile=q).evaluate(study), the raw values,
  // with float distributions on [0, 1].
  it.each([
    [{}, [0.020745650691647074, 0.0027384464509675353], [0.8833914527632273, 0.11660854723677273]],
    [
      { quantile: 0.25 },
      [0.0782202071776112, 0.004918007735265917],
      [0.940845401354604, 0.05915459864539594],
    ],
    [
      { goal: 'max' as const },
      [0.32457579637399137, 0.00011219816041715983],
      [0.9996544431506373, 0.00034555684936256467],
    ],
  ])('gives what Optuna gives on a grid, with %j', (options, importances, shares) => {
    const runs = grid()
    const answer = answerOf(paramColumns(runs), objectiveColumn(runs), options)
    expect(worstError(answer.importances, importances)).toBeLessThan(1e-11)
    expect(worstError(answer.shares, shares)).toBeLessThan(1e-11)
  })

  // The same, with log float, int, categorical, log int and conditional float distributions between
  // the least and the greatest value.
  it.each([
    [
      {},
      [
        0.003704945016098173, 0.004201340055725057, 0.0012244897959146942, 0.00011275085420919095,
        0.0003925118582576409,
      ],
    ],
    [
      { quantile: 0.25 },
      [
        0.039251830494830144, 0.0017940947799003756, 0.009155273437472536, 0.003407965724193405,
        0.0021190323088618465,
      ],
    ],
    [
      { quantile: 0.25, goal: 'max' as const },
      [
        0.00662572383748109, 0.003307983090207458, 0.003348214285704241, 0.0008663330369843472,
        0.00202170833675372,
      ],
    ],
  ])('gives what Optuna gives for parameters of each kind, with %j', (options, importances) => {
    const { columns, target } = mixed()
    expect(worstError(answerOf(columns, target, options).importances, importances)).toBeLessThan(
      1e-11,
    )
  })

  // Optuna 5.0.0: twenty runs with four values of five runs each, ints 0 to 19 and two categories.
  it.each([
    [0.1, 0.25, [0.11947054234072883, 0.0006249999999987504]],
    [0.25, 0.25, [0.11947054234072883, 0.0006249999999987504]],
    [0.3, 0.5, [0.1628350150704362, 0]],
  ])('counts all runs that are tied with the last of the best: %d', (quantile, used, expected) => {
    const places = Array.from({ length: 20 }, (_, i) => i)
    const columns = [
      numbersOf('a', places),
      categoriesOf(
        'c',
        places.map((i) => i % 2),
      ),
    ]
    const answer = answerOf(
      columns,
      places.map((i) => Math.floor(i / 5)),
      { quantile },
    )
    expect(answer.quantile).toBe(used)
    expect(worstError(answer.importances, expected)).toBeLessThan(1e-11)
  })

  it('puts more than fifty whole numbers onto fifty steps', () => {
    // Optuna 5.0.0: IntDistribution(0, 199), values 7 i mod 200, target i.
    const places = Array.from({ length: 200 }, (_, i) => i)
    const column = numbersOf(
      'a',
      places.map((i) => (7 * i) % 200),
    )
    expect(worstError(answerOf([column], places).importances, [0.002895202998967805])).toBeLessThan(
      1e-11,
    )
    // Optuna 5.0.0: FloatDistribution(0, 19), values 7 i mod 20, target i, which is not whole here.
    const twenty = numbersOf(
      'a',
      places.slice(0, 20).map((i) => (7 * i) % 20),
    )
    const floats = { ...twenty, isWhole: false }
    expect(
      worstError(answerOf([floats], places.slice(0, 20)).importances, [0.0024785469155534606]),
    ).toBeLessThan(1e-11)
  })

  it('leaves out runs whose target is not finite', () => {
    const runs = grid()
    const columns = paramColumns(runs)
    const target = Array.from(objectiveColumn(runs))
    const more = columns.map((column) => ({
      ...column,
      values: Float64Array.of(0.5, ...column.values, 0.5),
    }))
    expect(pedAnova(more, [NaN, ...target, Infinity])).toEqual(pedAnova(columns, target))
  })

  it('gives no importance where the best runs are all runs, and then no shares', () => {
    const answer = answerOf([numbersOf('a', [1, 2, 3, 4])], [7, 7, 7, 7])
    expect(answer).toEqual({ kind: 'defined', importances: [0], shares: [0], quantile: 1 })
  })

  it('gives no importance to a parameter that none of the best runs has', () => {
    const column = numbersOf('a', [NaN, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(answerOf([column], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]).importances).toEqual([0])
  })

  it('gives no importance to a parameter that only runs without a target have', () => {
    const column = numbersOf('a', [NaN, NaN, 1, 2])
    expect(answerOf([column], [0, 1, NaN, NaN]).importances).toEqual([0])
  })

  it('gives no importance to a parameter that one run alone has', () => {
    const column = numbersOf('a', [1, NaN, NaN])
    expect(answerOf([column], [0, 1, 2]).importances).toEqual([0])
    const two = numbersOf('a', [1, 9, NaN])
    expect(answerOf([two], [0, 1, 2]).importances[0]).toBeGreaterThan(0)
  })

  it('says nothing of fewer than two runs', () => {
    expect(pedAnova([], [])).toEqual({ kind: 'undefined', reason: 'too-few-runs' })
    expect(pedAnova([numbersOf('a', [1])], [1])).toEqual({
      kind: 'undefined',
      reason: 'too-few-runs',
    })
    expect(answerOf([numbersOf('a', [1, 2])], [1, 2]).quantile).toBe(0.5)
    expect(answerOf([], [1, 2]).shares).toEqual([])
  })

  it.each([0, 1, -0.1, NaN])('refuses a quantile of %d', (quantile) => {
    expect(() => pedAnova([], [1, 2], { quantile })).toThrow(RunoffError)
    expect(() => pedAnova([], [1, 2], { quantile })).toThrow(`got ${quantile}`)
  })

  it('refuses columns of another length than the target', () => {
    const columns = [numbersOf('right', [1, 2]), numbersOf('wrong', [1, 2, 3])]
    expect(() => pedAnova(columns, [1, 2])).toThrow(
      'got 2 for the 3 runs of "wrong". Make both from the same list of runs.',
    )
  })

  it('is the same for any order of the runs and for the mirrored metric', () => {
    const pairs = fc.array(
      fc.record({
        x: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer()),
        y: fc.integer({ min: -5, max: 5 }),
      }),
      { minLength: 3, maxLength: 30 },
    )
    fc.assert(
      fc.property(pairs, (rows) => {
        const of = (list: typeof rows, sign: number, goal: 'min' | 'max') =>
          pedAnova(
            [
              numbersOf(
                'a',
                list.map(({ x }) => x),
              ),
            ],
            list.map(({ y }) => sign * y),
            { goal, quantile: 0.25 },
          )
        const answer = of(rows, 1, 'min')
        expect(of(rows.toReversed(), 1, 'min')).toEqual(answer)
        expect(of(rows, -1, 'max')).toEqual(answer)
        expect(answer).toMatchObject({ kind: 'defined' })
        expect(JSON.stringify(answer)).not.toMatch(/null|-\d+\.?\d*[,\]]/)
      }),
    )
  })
})
