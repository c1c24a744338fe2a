import { describe, expect, it } from 'vitest'
import { shareOfOrders, shuffle } from './permutations.ts'
import { seededRandom } from './random.ts'

describe('shareOfOrders', () => {
  it('looks at every order once', () => {
    const seen: string[] = []
    const share = shareOfOrders([1, 2, 3], (order) => {
      seen.push(order.join(''))
      return order[0] === 1
    })
    expect(seen.toSorted()).toEqual(['123', '132', '213', '231', '312', '321'])
    expect(share).toBe(1 / 3)
  })

  it('takes equal values as distinct, and leaves what it was given', () => {
    const values = [5, 5]
    let count = 0
    shareOfOrders(values, () => (count += 1) > 0)
    expect(count).toBe(2)
    expect(values).toEqual([5, 5])
  })
})

describe('shuffle', () => {
  it('makes every order equally often', () => {
    const random = seededRandom(7)
    const counts = new Map<string, number>()
    for (let draw = 0; draw < 6000; draw++) {
      const values = [1, 2, 3]
      shuffle(values, random)
      counts.set(values.join(''), (counts.get(values.join('')) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    // 1000 each on average, with a standard deviation of 29.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(130)
  })

  it('never reaches outside, even for the largest random number', () => {
    const values = [1, 2, 3]
    shuffle(values, () => 1 - Number.EPSILON / 2)
    expect(values.toSorted((a, b) => a - b)).toEqual([1, 2, 3])
  })
})
