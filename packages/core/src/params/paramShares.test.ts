import { describe, expect, it } from 'vitest'
import { seededRandom } from '../stats/random.ts'
import type { ParamColumn } from './paramColumns.ts'
import { sharesWork, type ParamShares, type SharesOptions } from './paramShares.ts'
import { pedAnova } from './pedAnova.ts'
import { categoriesOf, numbersOf } from './testdata/studyOf.ts'

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

function sharesOf(
  columns: readonly ParamColumn[],
  target: readonly number[],
  options: Partial<SharesOptions> = {},
): { shares: ParamShares; progress: number[] } {
  const random = seededRandom(1)
  const work = sharesWork(columns, target, {
    goal: 'min',
    permutations: 200,
    level: 0.05,
    random,
    ...options,
  })
  const progress: number[] = []
  let step = work.next()
  while (step.done !== true) {
    progress.push(step.value)
    step = work.next()
  }
  return { shares: step.value, progress }
}

/** One parameter that decides everything, one that decides nothing, and one that some runs lack. */
function study(n: number): { columns: ParamColumn[]; target: number[] } {
  const target = upTo(n).map((i) => (i * 7919) % n)
  return {
    columns: [
      numbersOf(
        'decides',
        target.map((value) => value / 2),
      ),
      categoriesOf(
        'nothing',
        upTo(n).map((i) => i % 3),
      ),
      numbersOf(
        'lacking',
        upTo(n).map((i) => (i % 5 === 0 ? NaN : (i * 31) % n)),
      ),
    ],
    target,
  }
}

describe('sharesWork', () => {
  it('gives the share of what stands out from chance, as a part of all', () => {
    const { columns, target } = study(60)
    const { shares } = sharesOf(columns, target)
    const raw = pedAnova(columns, target)
    expect(shares.answer).toEqual({ kind: 'defined', quantile: 0.1 })
    expect([...shares.shares.keys()]).toEqual(['decides'])
    expect(shares.shares.get('decides')).toBe(raw.kind === 'defined' ? raw.shares[0] : NaN)
  })

  it('looks at the other end of a metric to maximise', () => {
    const { columns, target } = study(60)
    const { shares } = sharesOf(columns, target, { goal: 'max' })
    const raw = pedAnova(columns, target, { goal: 'max' })
    expect(shares.shares.get('decides')).toBe(raw.kind === 'defined' ? raw.shares[0] : NaN)
  })

  it('needs twenty runs, and looks at the best quarter of fewer than fifty', () => {
    const answers = [19, 20, 49, 50].map((n) => {
      const { columns, target } = study(n)
      return sharesOf(columns, target).shares.answer
    })
    expect(answers).toEqual([
      { kind: 'undefined', reason: 'too-few-runs', needed: 20 },
      { kind: 'defined', quantile: 0.25 },
      { kind: 'defined', quantile: 0.25 },
      { kind: 'defined', quantile: 0.1 },
    ])
  })

  it('shows none of too few runs', () => {
    const { columns, target } = study(19)
    expect(sharesOf(columns, target)).toMatchObject({ shares: { shares: new Map() }, progress: [] })
  })

  it('can find nothing with so few draws that none could be below the level', () => {
    const { columns, target } = study(60)
    // The data are one of the orders: 1 / (1 + 19) is 0.05, 1 / (1 + 18) is more.
    expect(sharesOf(columns, target, { permutations: 19 }).shares.shares.size).toBe(1)
    expect(sharesOf(columns, target, { permutations: 18 }).shares.shares.size).toBe(0)
    expect(sharesOf(columns, target, { permutations: 19, level: 0.049 }).shares.shares.size).toBe(0)
  })

  it('finds nothing where all runs are equally good', () => {
    const { columns } = study(60)
    expect(
      sharesOf(
        columns,
        upTo(60).map(() => 1),
      ).shares.shares,
    ).toEqual(new Map())
  })

  it('finds one parameter among many that decide nothing', () => {
    const { columns, target } = study(100)
    const random = seededRandom(5)
    const noise = upTo(30).map((i) => numbersOf(`noise-${i}`, target.map(random)))
    expect([...sharesOf([...noise, ...columns], target).shares.shares.keys()]).toEqual(['decides'])
  })

  it('measures each parameter against its own chance, however small its numbers are', () => {
    const target = upTo(60)
    const random = seededRandom(6)
    const columns = [
      numbersOf('noise', target.map(random)),
      categoriesOf(
        'decides',
        target.map((i) => (i < 15 ? 0 : 1 + (i % 3))),
      ),
    ]
    const raw = pedAnova(columns, target)
    const [noise = 0, decides = 0] = raw.kind === 'defined' ? raw.importances : []
    expect(noise).toBeGreaterThan(decides / 10)
    expect([...sharesOf(columns, target).shares.shares.keys()]).toEqual(['decides'])
  })

  it('finds nothing on noise but in one study of twenty', () => {
    const random = seededRandom(11)
    const found = upTo(60).filter(() => {
      const columns = upTo(3).map((i) => numbersOf(`p${i}`, upTo(20).map(random)))
      const target = upTo(20).map(random)
      return sharesOf(columns, target, { permutations: 19, random }).shares.shares.size > 0
    })
    // 60 studies at 1 / 20: three are expected, and nine would be more than three deviations too many.
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(9)
  })

  it('gives each of two parameters that were the same the same share', () => {
    const { columns, target } = study(60)
    const [first] = columns
    if (first === undefined) throw new Error('no column')
    const { shares } = sharesOf([first, { ...first, name: 'twin' }], target)
    expect([...shares.shares.values()]).toEqual([0.5, 0.5])
  })

  it('tells how far it is, after each draw and after fifty parameters', () => {
    const { columns, target } = study(20)
    const [first] = columns
    if (first === undefined) throw new Error('no column')
    expect(sharesOf([first], target, { permutations: 4 }).progress).toEqual([0, 0.25, 0.5, 0.75, 1])
    const many = upTo(50).map(() => first)
    const { progress } = sharesOf(many, target, { permutations: 2 })
    expect(progress.slice(50)).toEqual([0, 0.5, 0.5, 1])
  })

  it('is nothing of no parameter', () => {
    expect(sharesOf([], upTo(20)).shares.shares).toEqual(new Map())
  })
})
