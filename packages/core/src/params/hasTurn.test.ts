import { describe, expect, it } from 'vitest'
import { seededRandom } from '../stats/random.ts'
import { hasTurn } from './hasTurn.ts'

const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
const falling = { direction: -1, level: 0.05 }
const rising = { direction: 1, level: 0.05 }

describe('hasTurn', () => {
  it('finds a turn at either end, against the trend alone', () => {
    const turnsUp = upTo(30).map((i) => Math.abs(i - 22))
    expect(hasTurn(upTo(30), turnsUp, falling)).toBe(true)
    expect(hasTurn(upTo(30), turnsUp.toReversed(), rising)).toBe(true)
    const turnsDown = turnsUp.map((value) => -value)
    expect(hasTurn(upTo(30), turnsDown, rising)).toBe(true)
    expect(hasTurn(upTo(30), turnsDown.toReversed(), falling)).toBe(true)
  })

  it('finds none in a trend, however it is bent', () => {
    for (const bend of [Math.sqrt, Math.exp, (i: number) => Math.floor(i / 10)]) {
      expect(hasTurn(upTo(30), upTo(30).map(bend), rising)).toBe(false)
    }
    expect(
      hasTurn(
        upTo(30),
        upTo(30).map(() => 1),
        rising,
      ),
    ).toBe(false)
  })

  it('takes the pairs in any order', () => {
    const x = upTo(30).map((i) => (i * 7) % 30)
    expect(
      hasTurn(
        x,
        x.map((i) => Math.abs(i - 22)),
        falling,
      ),
    ).toBe(true)
    expect(
      hasTurn(
        x,
        x.map((i) => -i),
        falling,
      ),
    ).toBe(false)
  })

  it('looks at thirds from 21 runs on and at halves from 14', () => {
    // The last seven turn: a third of 21, and too few of a half of them to show there.
    const last = (n: number): number[] => upTo(n).map((i) => (i < n - 7 ? -10 * i : -10 * n + i))
    expect(hasTurn(upTo(21), last(21), falling)).toBe(true)
    expect(hasTurn(upTo(20), last(20), falling)).toBe(false)
    expect(hasTurn(upTo(14), last(14), falling)).toBe(true)
    expect(hasTurn(upTo(13), last(13), falling)).toBe(false)
    const first = (n: number): number[] => last(n).toReversed()
    expect(hasTurn(upTo(21), first(21), rising)).toBe(true)
    expect(hasTurn(upTo(20), first(20), rising)).toBe(false)
    expect(hasTurn(upTo(14), first(14), rising)).toBe(true)
    expect(hasTurn(upTo(13), first(13), rising)).toBe(false)
  })

  it('asks each of the four parts for a quarter of the level', () => {
    // Spearman of the last ten, 1 … 10 with 4, 2, 1, 6, 3, 5, 7, 9, 10, 8: rho .830, p .0029.
    const y = [...upTo(20).map((i) => 100 - i), 4, 2, 1, 6, 3, 5, 7, 9, 10, 8]
    expect(hasTurn(upTo(30), y, { direction: -1, level: 0.0119 })).toBe(true)
    expect(hasTurn(upTo(30), y, { direction: -1, level: 0.0114 })).toBe(false)
  })

  it('says so of few trends that do not turn', () => {
    const random = seededRandom(4)
    const found = upTo(300).filter(() => {
      const y = upTo(30).map((i) => i + 40 * random())
      return hasTurn(upTo(30), y, rising)
    })
    expect(found.length).toBeLessThan(9)
  })
})
