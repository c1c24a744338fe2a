import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitPowerLaw } from './fitPowerLaw.ts'
import { defined, holdsOnlyFinite, normals } from './testdata/curves.ts'

const doubling = [1, 2, 4, 8, 16, 32]
const law = (c: number, a: number, b: number, t: readonly number[]): readonly number[] =>
  t.map((at) => c + a * at ** -b)

describe('the fit', () => {
  // y = 0.5 + 2 t^-0.5, which is 0.75 at 64.
  it('finds the law that made the curve', () => {
    const fit = defined(
      fitPowerLaw(
        doubling,
        [2.5, 1.9142135623730951, 1.5, 1.2071067811865475, 1, 0.8535533905932737],
      ),
    )
    expect(fit.c).toBeCloseTo(0.5, 10)
    expect(fit.a).toBeCloseTo(2, 9)
    expect(fit.b).toBeCloseTo(0.5, 10)
    expect(fit.predict(64).value).toBeCloseTo(0.75, 10)
    expect(fit.residualSd).toBeLessThan(1e-10)
    expect(fit.isAtBound).toBe(false)
    expect(fit.n).toBe(6)
  })

  // scipy.optimize.curve_fit with tolerances of 1e-15; the band from its Jacobian and t(.975, 6).
  it('agrees with SciPy on a noisy curve, its band too', () => {
    const t = [1, 2, 3, 5, 8, 13, 21, 34, 55]
    const y = [3.02, 2.41, 2.16, 1.87, 1.72, 1.55, 1.49, 1.37, 1.33]
    const fit = defined(fitPowerLaw(t, y))
    expect(fit.c).toBeCloseTo(1.1277762465323864, 6)
    expect(fit.a).toBeCloseTo(1.8953439759703214, 6)
    expect(fit.b).toBeCloseTo(0.566671069277095, 6)
    expect(fit.residualSd).toBeCloseTo(0.01822500277140704, 8)
    const inside = fit.predict(10)
    expect(inside.value).toBeCloseTo(1.641839984686515, 6)
    expect(inside.low).toBeCloseTo(1.5935787972051092, 6)
    expect(inside.high).toBeCloseTo(1.6901011721679209, 6)
    const beyond = fit.predict(100)
    expect(beyond.value).toBeCloseTo(1.2672029312056567, 6)
    expect(beyond.low).toBeCloseTo(1.2088886871676399, 6)
    expect(beyond.high).toBeCloseTo(1.3255171752436736, 6)
    const narrow = defined(fitPowerLaw(t, y, { level: 0.5 })).predict(100)
    // Student's quartile over its 97.5 % point, six degrees of freedom: 0.717558 / 2.446912.
    expect((narrow.high - narrow.value) / (beyond.high - beyond.value)).toBeCloseTo(0.29325, 4)
  })

  it('finds rising laws, and steps far from 1', () => {
    const steps = doubling.map((t) => t * 50_000)
    const fit = defined(fitPowerLaw(steps, law(0.9, -300, 0.6, steps)))
    expect(fit.c).toBeCloseTo(0.9, 8)
    expect(fit.a / -300).toBeCloseTo(1, 6)
    expect(fit.b).toBeCloseTo(0.6, 8)
    expect(fit.predict(6_400_000).value).toBeCloseTo(0.9 - 300 * 6_400_000 ** -0.6, 8)
  })

  it.each([0.06, 0.3, 1, 1.7, 2.9])('finds the exponent %d', (b) => {
    const fit = defined(fitPowerLaw(doubling, law(1, 3, b, doubling)))
    expect(fit.b).toBeCloseTo(b, 7)
    expect(fit.isAtBound).toBe(false)
  })

  it('says where the exponent stands at an end of what was searched', () => {
    const steep = defined(fitPowerLaw(doubling, law(1, 3, 5, doubling)))
    expect(steep.b).toBeCloseTo(3, 6)
    expect(steep.isAtBound).toBe(true)
    const straight = defined(
      fitPowerLaw(
        doubling,
        doubling.map((t) => -t),
      ),
    )
    expect(straight.b).toBeCloseTo(0.05, 6)
    expect(straight.isAtBound).toBe(true)
  })

  it('does not depend on the order of the points', () => {
    const next = normals(3)
    const t = [1, 2, 2, 3, 5, 8, 13, 21]
    const y = law(1, 2, 0.7, t).map((value) => value + 0.01 * next())
    const { predict: _, ...fit } = defined(fitPowerLaw(t, y))
    const { predict: __, ...turned } = defined(fitPowerLaw(t.toReversed(), y.toReversed()))
    expect(turned).toEqual(fit)
  })

  it('finds any law within its range, in any unit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.5, max: 5, noNaN: true }),
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        (c, a, b) => {
          const fit = defined(fitPowerLaw(doubling, law(c, a, b, doubling)))
          expect(fit.c).toBeCloseTo(c, 5)
          expect(fit.a).toBeCloseTo(a, 5)
          expect(fit.b).toBeCloseTo(b, 5)
        },
      ),
      { numRuns: 30 },
    )
  })
})

describe('the band', () => {
  it('holds the next value about as often as it says', () => {
    const next = normals(8)
    const t = Array.from({ length: 20 }, (_, i) => i + 1)
    let inside = 0
    for (let draw = 0; draw < 200; draw++) {
      const fit = defined(
        fitPowerLaw(
          t,
          law(1, 2, 0.5, t).map((value) => value + 0.02 * next()),
        ),
      )
      const { low, high } = fit.predict(40)
      const value = 1 + 2 * 40 ** -0.5 + 0.02 * next()
      if (value >= low && value <= high) inside++
    }
    expect(inside / 200).toBeGreaterThan(0.91)
    expect(inside / 200).toBeLessThan(0.98)
  })

  it('grows with the distance, and is nothing for a perfect fit', () => {
    const t = [1, 2, 3, 4, 5, 6]
    const fit = defined(fitPowerLaw(t, [3.1, 2.4, 2.2, 1.9, 1.95, 1.8]))
    const width = (at: number): number => fit.predict(at).high - fit.predict(at).low
    expect(width(100)).toBeGreaterThan(width(10))
    expect(width(10)).toBeGreaterThan(width(4))
    expect(holdsOnlyFinite(fit.predict(1000))).toBe(true)
  })
})

describe('what is missing', () => {
  const reason = (t: readonly number[], y: readonly number[]): unknown => {
    const fit = fitPowerLaw(t, y)
    return fit.kind === 'undefined' ? fit.reason : null
  }

  it('says why there is no fit', () => {
    expect(reason([], [])).toBe('too-few-points')
    expect(reason([1, 2, 3], [3, 2, 1])).toBe('too-few-points')
    expect(reason([1, 2, 3, 3], [3, 2, 1, 1.5])).toBe('too-few-points')
    expect(reason([1, 2, 3, 4], [3, 2, 1.5, 1.4])).toBeNull()
    expect(reason([1, 2, 3, 4], [3, 2, 1])).toBe('unequal-lengths')
    expect(reason([1, 2, 3, NaN], [3, 2, 1, 1])).toBe('not-finite')
    expect(reason([1, 2, 3, 4], [3, 2, Infinity, 1])).toBe('not-finite')
    expect(reason([0, 1, 2, 3], [3, 2, 1, 0.5])).toBe('not-positive')
    expect(reason([-1, 1, 2, 3], [3, 2, 1, 0.5])).toBe('not-positive')
    expect(reason([1, 2, 3, 4], [2, 2, 2, 2])).toBe('no-variance')
  })

  it('refuses a level or a time that is none', () => {
    const bad = expect.objectContaining({ code: 'bad-option' })
    expect(() => fitPowerLaw([], [], { level: 1 })).toThrow(bad)
    const { predict } = defined(fitPowerLaw([1, 2, 3, 4], [3, 2, 1.5, 1.4]))
    for (const t of [0, -1, NaN, Infinity]) expect(() => predict(t)).toThrow(/times above 0/)
    expect(() => predict(0)).toThrow(bad)
    expect(predict(1e-9).value).toBeGreaterThan(3)
  })
})
