import type { YScale } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { englishFormatters, germanFormatters } from '../../testdata/formatters.ts'
import type { AxisKind } from '../messages.ts'
import { drawScale, symlogThreshold } from './drawScale.ts'
import { xTicks, yTicks, type Tick } from './ticks.ts'

const labels = (ticks: readonly Tick[]): string[] => ticks.map(({ label }) => label)
const x = (axis: AxisKind, from: number, to: number, count = 5): readonly Tick[] =>
  xTicks({ axis, xScale: 'linear' }, { from, to, low: 0, high: 1 }, count, englishFormatters)
const y = (scale: YScale, low: number, high: number, count = 5): readonly Tick[] =>
  yTicks(drawScale(scale), { from: 0, to: 1, low, high }, count, englishFormatters)

describe('xTicks', () => {
  it('groups digits, and gives large numbers an exponent', () => {
    expect(labels(x('step', 0, 20_000, 4))).toEqual([
      '0',
      '5\u202f000',
      '10\u202f000',
      '15\u202f000',
      '20\u202f000',
    ])
    expect(labels(x('step', 0, 4e6, 4))).toEqual(['0', '1e6', '2e6', '3e6', '4e6'])
  })

  it('has no half steps, but half epochs', () => {
    expect(labels(x('step', 0, 3, 6))).toEqual(['0', '1', '2', '3'])
    expect(labels(x('epoch', 0, 2, 4))).toEqual(['0.0', '0.5', '1.0', '1.5', '2.0'])
  })

  it('ticks relative time at round durations', () => {
    expect(labels(x('relative-time', 0, 3_600_000, 4))).toEqual([
      '0',
      '15 min',
      '30 min',
      '45 min',
      '1 h',
    ])
    expect(labels(x('relative-time', 0, 5 * 86_400_000, 5))).toEqual([
      '0',
      '1 d',
      '2 d',
      '3 d',
      '4 d',
      '5 d',
    ])
  })

  it('writes the day at midnight and the clock else, in UTC', () => {
    const midnight = Date.UTC(2026, 10, 21)
    const ticks = x('time', midnight - 6 * 3_600_000, midnight + 6 * 3_600_000, 4)
    expect(labels(ticks)).toEqual(['18:00', '21:00', 'Nov 21', '03:00', '06:00'])
  })

  it('survives times outside of the calendar', () => {
    expect(() => x('time', -9e15, 9e15)).not.toThrow()
  })
})

describe('yTicks', () => {
  it.each(['linear', 'log', 'symlog'] as const)(
    'stand where they stand in English, in the marks of another language: %s',
    (kind) => {
      const scale = drawScale(kind)
      const [low, high] = [scale.toDrawn(0.0021), scale.toDrawn(0.0314)]
      const view = { from: 0, to: 1, low, high }
      const english = yTicks(scale, view, 5, englishFormatters)
      const german = yTicks(scale, view, 5, germanFormatters)
      expect(english.length).toBeGreaterThan(1)
      expect(german).toEqual(
        english.map(({ value, label }) => ({ value, label: label.replace('.', ',') })),
      )
    },
  )

  it('gives every label as many decimals as the stride needs', () => {
    expect(labels(y('linear', 0.2, 0.4, 4))).toEqual(['0.20', '0.25', '0.30', '0.35', '0.40'])
    expect(labels(y('linear', -1, 1, 4))).toEqual(['−1.0', '−0.5', '0.0', '0.5', '1.0'])
  })

  it('writes learning rates with their exponent', () => {
    expect(labels(y('linear', 0, 3e-4, 3))).toEqual(['0', '1e-4', '2e-4', '3e-4'])
  })

  it('ticks a log axis at powers of ten, closer where there is room', () => {
    expect(labels(y('log', -2, 1, 4))).toEqual(['0.01', '0.1', '1', '10'])
    expect(labels(y('log', 0, 1, 6))).toEqual(['1', '2', '5', '10'])
    expect(labels(y('log', -9, 0, 3)).length).toBeLessThanOrEqual(5)
  })

  it('ticks a log axis within one power of ten at round numbers', () => {
    expect(y('log', Math.log10(0.19), Math.log10(0.81), 4).map(({ value }) => value)).toEqual(
      [0.2, 0.4, 0.6, 0.8].map(Math.log10),
    )
  })

  it('stays within its range, rises, and labels no two ticks alike, over all magnitudes', () => {
    const power = fc.integer({ min: -300, max: 300 })
    const digits = fc.double({ min: 1, max: 9.99, noNaN: true })
    fc.assert(
      fc.property(power, digits, digits, (exponent, a, b) => {
        fc.pre(Math.abs(a - b) > 0.01)
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((part) => part * 10 ** exponent)
        const ticks = y('linear', low ?? 0, high ?? 0)
        expect(ticks.every(({ value }) => value >= (low ?? 0) && value <= (high ?? 0))).toBe(true)
        expect(ticks.length).toBeLessThan(12)
        expect(new Set(labels(ticks)).size).toBe(ticks.length)
      }),
    )
  })
})

describe('yTicks of a symlog axis', () => {
  const symlog = (low: number, high: number, count: number): string[] => {
    const scale = drawScale('symlog', 0.1)
    const range = { from: 0, to: 1, low: scale.toDrawn(low), high: scale.toDrawn(high) }
    return labels(yTicks(scale, range, count, englishFormatters))
  }

  it('has zero and the powers of ten on both sides that there is room for', () => {
    expect(symlog(-40, 500, 5)).toEqual(['−10', '−1', '0', '1', '10', '100'])
    expect(symlog(-40, 500, 14)).toEqual(['−10', '−1', '−0.1', '0', '0.1', '1', '10', '100'])
  })

  it('has round numbers where it shows less than a power of ten', () => {
    expect(symlog(19, 61, 4)).toEqual(['20', '30', '40', '50', '60'])
  })
})

describe('drawScale', () => {
  it('comes back from what is drawn to what was logged', () => {
    for (const scale of [drawScale('linear'), drawScale('log'), drawScale('symlog', 1e-3)]) {
      for (const value of [1e-9, 0.5, 1, 1234]) {
        expect(scale.toData(scale.toDrawn(value)) / value).toBeCloseTo(1, 9)
      }
    }
    const symlog = drawScale('symlog', 0.01)
    expect(symlog.toData(symlog.toDrawn(-7))).toBeCloseTo(-7, 9)
    expect(symlog.toDrawn(0)).toBe(0)
  })

  it('never turns the order of two values around', () => {
    const values = fc.double({ noNaN: true, min: -1e6, max: 1e6 })
    fc.assert(
      fc.property(values, values, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        for (const scale of [drawScale('log'), drawScale('symlog', 0.01)]) {
          expect(scale.toDrawn(low)).toBeLessThanOrEqual(scale.toDrawn(high))
        }
      }),
    )
  })

  it('is linear three powers of ten below the largest magnitude on a symlog axis', () => {
    expect([0, 5, 1000, 999, 3e-4, Infinity, NaN].map(symlogThreshold)).toEqual([
      1, 1e-3, 1, 0.1, 1e-7, 1, 1,
    ])
  })
})

describe('xTicks of a logarithmic axis', () => {
  it('are powers of ten, and round lengths of time', () => {
    const log = (axis: AxisKind, from: number, to: number): string[] => {
      const range = { from: Math.log10(from), to: Math.log10(to), low: 0, high: 1 }
      return labels(xTicks({ axis, xScale: 'log' }, range, 6, englishFormatters))
    }
    expect(log('step', 1, 1000)).toEqual(['1', '10', '100', '1\u202f000'])
    expect(log('relative-time', 1000, 3_600_000)).toEqual(['1 s', '10 s', '1 min', '10 min', '1 h'])
  })
})
