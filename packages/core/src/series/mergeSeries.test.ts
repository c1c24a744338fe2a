import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { series as anySeries } from '../testdata/arbitraries.ts'
import { listOf } from '../testdata/listOf.ts'
import { defineSeries } from './defineSeries.ts'
import { mergeSeries } from './mergeSeries.ts'

describe('mergeSeries', () => {
  it('puts NaN where a run has no point', () => {
    const merged = mergeSeries(
      new Map([
        [
          'a',
          defineSeries([
            { step: 1, value: 1 },
            { step: 3, value: 3 },
          ]),
        ],
        [
          '__proto__',
          defineSeries([
            { step: 2, value: 2 },
            { step: 3, value: 4 },
          ]),
        ],
      ]),
    )
    expect([...merged.x]).toEqual([1, 2, 3])
    expect([...(merged.columns.get('a') ?? [])]).toEqual([1, NaN, 3])
    expect([...(merged.columns.get('__proto__') ?? [])]).toEqual([NaN, 2, 4])
  })

  it('keeps to the range that was asked for', () => {
    const series = new Map([['a', defineSeries({ steps: [1, 2, 3, 4], values: [1, 2, 3, 4] })]])
    const { x, columns } = mergeSeries(series, { range: { from: 2, to: 3 } })
    expect([...x]).toEqual([2, 3])
    expect([...(columns.get('a') ?? [])]).toEqual([2, 3])
  })

  it('invents no point and loses none', () => {
    fc.assert(
      fc.property(fc.array(anySeries, { maxLength: 5 }), (all) => {
        const byRun = new Map(all.map((series, i) => [`${i}`, series]))
        const { x, columns } = mergeSeries(byRun)
        expect([...x]).toEqual(
          [...new Set(all.flatMap((s) => [...s.steps]))].toSorted((a, b) => a - b),
        )
        for (const [runId, series] of byRun) {
          const column = columns.get(runId) ?? []
          const own = new Map(listOf(series))
          expect(Array.from(x, (step) => own.get(step) ?? NaN)).toEqual([...column])
        }
      }),
    )
  })

  it('gives columns of their own where all runs were logged at the same steps', () => {
    const a = defineSeries({ steps: [1, 2], values: [1, NaN] })
    const b = defineSeries({ steps: [1, 2], values: [3, 4] })
    const { x, columns } = mergeSeries(
      new Map([
        ['a', a],
        ['b', b],
      ]),
    )
    expect([...x]).toEqual([1, 2])
    expect([...columns.values()].map((column) => [...column])).toEqual([
      [1, NaN],
      [3, 4],
    ])
    expect(x).not.toBe(a.steps)
    expect(columns.get('a')).not.toBe(a.values)
  })

  it('equals cutting the whole to the range', () => {
    const ends = fc.double({ min: -5, max: 35, noNaN: true })
    fc.assert(
      fc.property(fc.array(anySeries, { maxLength: 4 }), ends, ends, (all, a, b) => {
        const byRun = new Map(all.map((series, i) => [`${i}`, series]))
        const range = { from: Math.min(a, b), to: Math.max(a, b) }
        const whole = mergeSeries(byRun)
        const isIn = (_: number, i: number): boolean => {
          const step = whole.x[i] ?? NaN
          return step >= range.from && step <= range.to
        }
        const none = new Float64Array(0)
        const cut = mergeSeries(byRun, { range })
        expect(cut.x).toEqual(whole.x.filter(isIn))
        for (const [runId, column] of cut.columns) {
          expect(column).toEqual((whole.columns.get(runId) ?? none).filter(isIn))
        }
      }),
    )
  })
})
