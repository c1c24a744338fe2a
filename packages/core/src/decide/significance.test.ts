import { describe, expect, it } from 'vitest'
import { seededRandom } from '../stats/random.ts'
import {
  significance,
  significanceWork,
  type Significance,
  type SignificanceOptions,
} from './significance.ts'
import { runOf, seedsOf } from './testdata/runs.ts'
import type { Run } from '../run/run.ts'

const a = seedsOf('a', [0.512, 0.498, 0.505, 0.521, 0.509])
const b = seedsOf('b', [0.541, 0.529, 0.555, 0.533, 0.548])
const c = seedsOf('c', [0.515, 0.502, 0.527, 0.511, 0.52])

function known(runs: readonly Run[], options?: SignificanceOptions): Significance {
  const found = significance(runs, options)
  if (found.kind === 'undefined') throw new Error(found.reason)
  return found
}

describe('significance', () => {
  it('compares every configuration with every other, a positive difference in favour of the first', () => {
    const found = known([...c, ...b, ...a])
    expect(found.groups.map(({ name }) => name)).toEqual(['a', 'c', 'b'])
    expect(found.pairs.map((pair) => `${pair.a.name} ${pair.b.name} ${pair.finding}`)).toEqual([
      'a c within-noise',
      'a b differs',
      'c b differs',
    ])
    const [ac, ab] = found.pairs
    // scipy.stats.ttest_ind(a, b, equal_var=False), and .confidence_interval()
    expect(ab?.difference).toBeCloseTo(0.0322, 12)
    expect(ab?.p).toBeCloseTo(8.652978454876402e-4, 10)
    expect(ab?.interval?.[0]).toBeCloseTo(0.018028236176941912, 9)
    expect(ab?.interval?.[1]).toBeCloseTo(0.046371763823058104, 9)
    expect(ab?.permutationP).toBeCloseTo(2 / 252, 12)
    expect(ab?.effect).toBeCloseTo(3.0182920176848436, 9)
    expect(ab?.probabilityBetter).toBe(1)
    expect(ac?.probabilityBetter).toBeCloseTo(17 / 25, 12)
    // Holm over three: the largest stays as it is.
    expect(ac?.adjustedP).toBe(ac?.p)
    expect(ab?.adjustedP).toBeCloseTo(3 * 8.652978454876402e-4, 9)
  })

  it('turns round where higher is better', () => {
    const objective = { metric: 'eval/loss', goal: 'max' } as const
    const found = known([...a, ...b], { objective })
    expect(found.pairs[0]).toMatchObject({
      a: { name: 'b' },
      b: { name: 'a' },
      probabilityBetter: 1,
    })
    expect(found.pairs[0]?.difference).toBeCloseTo(0.0322, 12)
    expect(found.pairs[0]?.effect).toBeCloseTo(3.018, 3)
    expect(found.probabilityBest?.[0]).toBeGreaterThan(0.99)
  })

  it('tells the chance to be best, by 20 000 draws', () => {
    // Drawn with numpy: .807, .191 and .001 of a, c and b.
    const found = known([...a, ...b, ...c])
    expect(found.probabilityBest?.[0]).toBeCloseTo(0.807, 1)
    expect(found.probabilityBest?.[1]).toBeCloseTo(0.191, 1)
    expect(found.probabilityBest?.[2]).toBeLessThan(0.01)
  })

  it('has no p of a single seed, and says that it cannot tell', () => {
    const found = known([...a, runOf('x', { loss: 0.9 })])
    expect(found.pairs[0]).toMatchObject({
      interval: null,
      p: null,
      adjustedP: null,
      permutationP: null,
      effect: null,
      finding: 'too-few-seeds',
    })
    const single = known([runOf('x', { loss: 0.9 }), runOf('y', { loss: 0.8 })])
    expect(single).toMatchObject({ probabilityBest: null, smallestDifference: null })
  })

  it('permutes from four seeds an arm on', () => {
    const pairOf = (n: number) => known([...a.slice(0, n), ...b]).pairs[0]
    expect(pairOf(4)?.permutationP).toBeCloseTo(1 / 126, 12)
    expect(pairOf(3)?.permutationP).toBeNull()
    expect(pairOf(3)?.p).not.toBeNull()
  })

  it('tells what so few seeds can show at all', () => {
    // statsmodels TTestIndPower: 5 an arm 2.02, 2 an arm 5.65
    expect(known([...a, ...b]).smallestDifference).toBeCloseTo(2.02, 2)
    expect(known([...a.slice(0, 2), ...b]).smallestDifference).toBeCloseTo(5.65, 1)
  })

  it('compares with the best alone where asked to, or past twenty configurations', () => {
    expect(known([...a, ...b, ...c], { pairs: 'best' })).toMatchObject({
      scope: 'best',
      pairs: [
        { a: { name: 'a' }, b: { name: 'c' } },
        { a: { name: 'a' }, b: { name: 'b' } },
      ],
    })
    const random = seededRandom(3)
    const many = (count: number): Run[] =>
      Array.from({ length: count }, (_, i) => seedsOf(`g${i}`, [random(), random()])).flat()
    expect(known(many(20))).toMatchObject({ scope: 'all' })
    expect(known(many(20)).pairs).toHaveLength(190)
    expect(known(many(21))).toMatchObject({ scope: 'best' })
    expect(known(many(21)).pairs).toHaveLength(20)
  })

  it('has no answer to one configuration, to none, and to what cannot be compared', () => {
    expect(significance([])).toEqual({ kind: 'undefined', reason: 'not-comparable' })
    expect(significance(a)).toEqual({ kind: 'undefined', reason: 'too-few-groups' })
    const other = seedsOf('x', [1, 2], { dataset: 'y' })
    expect(significance([...seedsOf('a', [1, 2], { dataset: 'x' }), ...other])).toEqual({
      kind: 'undefined',
      reason: 'not-comparable',
    })
  })

  it('leaves out what is not done', () => {
    const live = seedsOf('live', [0.1, 0.2], { status: 'running' })
    expect(known([...a, ...b, ...live]).groups).toHaveLength(2)
  })

  it('tells how far it is, always forward, and gives the same at the end', () => {
    const runs = [...a, ...b, ...c]
    const progress: number[] = []
    const work = significanceWork(runs)
    let step = work.next()
    while (step.done !== true) {
      progress.push(step.value)
      step = work.next()
    }
    expect(step.value).toEqual(known(runs))
    expect(progress.length).toBeGreaterThan(3)
    expect(progress).toEqual(progress.toSorted((x, y) => x - y))
    expect(progress.every((share) => share >= 0 && share <= 1)).toBe(true)
    expect(progress).toContain(0.5)
  })
})
