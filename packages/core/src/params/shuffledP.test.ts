import { describe, expect, it } from 'vitest'
import { seededRandom } from '../stats/random.ts'
import { shuffledP, type ShuffleOptions } from './shuffledP.ts'
import { kruskalTest, rhoTest, xiTest, type RankTest } from './rankTests.ts'

function answerOf(test: RankTest | null, options: Partial<ShuffleOptions> = {}) {
  if (test === null) throw new Error('no test')
  let draws = 0
  const counted: RankTest = {
    ...test,
    statistic: (order) => {
      draws++
      return test.statistic(order)
    },
  }
  const work = shuffledP(counted, { tests: 1, level: 0.05, random: seededRandom(1), ...options })
  let turns = 0
  let step = work.next()
  while (step.done !== true) {
    turns++
    step = work.next()
  }
  // The data themselves are one.
  return { p: step.value, draws: Math.max(0, draws - 1), turns }
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

/** A test of so many runs whose approximation is p, and whose statistic no shuffle reaches. */
function testOf(n: number, p: number, kind: RankTest['kind'] = 'rho'): RankTest {
  const order = Float64Array.from(upTo(n))
  const statistic = (given: Float64Array): number =>
    given.every((value, i) => value === i) ? 1 : 0
  return { kind, value: 0.5, strength: 0.5, p, order, statistic }
}

describe('shuffledP', () => {
  it('counts the shuffles that are as extreme, and the data themselves', () => {
    expect(answerOf(testOf(30, 0.01))).toMatchObject({ p: 1 / 4001, draws: 4000 })
  })

  it('comes near the exact p, from which the approximation is far', () => {
    // Of all 362 880 orders, 0.010769400352733686 have so large a rho (counted with numpy); Student's
    // t makes 0.0072 of it.
    const rho = rhoTest(upTo(9), [1, 0, 2, 5, 3, 8, 4, 6, 7])
    expect(rho?.p).toBeLessThan(0.0073)
    expect(Math.abs(answerOf(rho, { tests: 50 }).p - 0.01077)).toBeLessThan(0.0025)
    // Of C(10, 5) = 252 choices two are as far apart.
    const groups = kruskalTest([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], upTo(10))
    expect(
      Math.abs(answerOf(groups, { tests: 50, random: seededRandom(3) }).p - 2 / 252),
    ).toBeLessThan(0.001)
  })

  it('counts a shuffle that is as extreme but for its last digit', () => {
    const test: RankTest = {
      ...testOf(10, 0.01),
      statistic: (order) => (order.every((value, i) => value === i) ? 3 : 3 - 1e-12),
    }
    expect(answerOf(test)).toMatchObject({ p: 1, draws: 100 })
  })

  it('finds nothing in data that no order could change', () => {
    expect(answerOf({ ...testOf(10, 0.01), statistic: () => 0 }).p).toBe(1)
  })

  it('ends after a hundred shuffles that are as extreme', () => {
    const { p, draws } = answerOf(
      xiTest(
        upTo(30),
        upTo(30).map((i) => (i * 7) % 30),
      ),
    )
    expect(p).toBe(100 / draws)
    expect(draws).toBeLessThan(4000)
  })

  it('draws more the more tests there are, up to a hundred thousand', () => {
    expect(answerOf(testOf(21, 0.01), { tests: 10 }).draws).toBe(4000)
    expect(answerOf(testOf(21, 0.01), { tests: 11 }).draws).toBe(4400)
    expect(answerOf(testOf(21, 0.01), { tests: 11, level: 0.01 }).draws).toBe(22000)
    expect(answerOf(testOf(10, 0.01), { tests: 1000 }).draws).toBe(100_000)
  })

  it('trusts the approximation above a hundred runs', () => {
    expect(answerOf(testOf(101, 0.01))).toEqual({ p: 0.01, draws: 0, turns: 0 })
    expect(answerOf(testOf(100, 0.01)).draws).toBe(4000)
  })

  it('trusts it where p is plainly large, but not for xi', () => {
    expect(answerOf(testOf(30, 0.21)).draws).toBe(0)
    expect(answerOf(testOf(30, 0.2)).draws).toBe(4000)
    expect(answerOf(testOf(30, 0.21, 'kruskal')).draws).toBe(0)
    expect(answerOf(testOf(30, 0.21, 'xi')).draws).toBe(4000)
  })

  it('trusts it above twenty runs where p is far below any correction', () => {
    // .05 / 20 / 1 test.
    expect(answerOf(testOf(21, 0.0025)).draws).toBe(0)
    expect(answerOf(testOf(21, 0.0026)).draws).toBe(4000)
    expect(answerOf(testOf(20, 0.0025)).draws).toBe(4000)
    expect(answerOf(testOf(21, 0.0025), { tests: 2 }).draws).toBe(4000)
    expect(answerOf(testOf(21, 0.0025), { level: 0.04 }).draws).toBeGreaterThan(0)
  })

  it('lets others go on after every twenty thousand numbers', () => {
    expect(answerOf(testOf(100, 0.01)).turns).toBe(20)
    expect(answerOf(testOf(50, 0.01)).turns).toBe(10)
  })

  it('gives every order the same chance', () => {
    const seen = new Map<string, number>()
    const test: RankTest = {
      ...testOf(10, 0.01),
      order: Float64Array.of(1, 2, 3),
      statistic: (order) => {
        seen.set(order.join(''), (seen.get(order.join('')) ?? 0) + 1)
        return -seen.size
      },
    }
    answerOf(test)
    expect(seen.size).toBe(6)
    // 4000 / 6, and four standard deviations of it.
    for (const count of seen.values()) expect(Math.abs(count - 667)).toBeLessThan(95)
  })

  it('leaves the data of the test as they were', () => {
    const test = xiTest([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], [3, 1, 2, 9, 8, 7, 4, 5, 6, 0])
    const before = test?.order.slice()
    answerOf(test)
    expect(test?.order).toEqual(before)
  })
})
