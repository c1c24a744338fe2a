import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeView, defaultComparisonView } from './comparisonView.ts'
import { anyView } from './testdata/viewArbitraries.ts'

describe('completeView', () => {
  it('is whole already where it gave the view itself', () => {
    fc.assert(
      fc.property(fc.oneof(anyView, fc.anything()), (given) => {
        const view = completeView(given)
        expect(completeView(view)).toEqual(view)
        expect(Object.keys(view)).toEqual(Object.keys(defaultComparisonView))
      }),
    )
  })

  it('takes anything in the place of any part', () => {
    const keys = fc.constantFrom(...Object.keys(defaultComparisonView))
    const strange = fc.dictionary(keys, fc.anything())
    fc.assert(
      fc.property(strange, (given) => {
        const view = completeView(given)
        expect(completeView(JSON.parse(JSON.stringify(view)))).toEqual(view)
      }),
    )
  })

  it('keeps the order of a selection, each run once', () => {
    const selectedIds = ['b', '__proto__', 'a', 'b', 7, null, '\ud800']
    expect(completeView({ selectedIds }).selectedIds).toEqual(['b', '__proto__', 'a', '\ud800'])
  })

  it.each([
    [
      { from: 1, to: 2, unit: 'step' },
      { from: 1, to: 2 },
    ],
    [
      { from: -1, to: -0 },
      { from: -1, to: 0 },
    ],
    [{ from: 2, to: 1 }, null],
    [{ from: 1, to: 1 }, null],
    [{ from: NaN, to: 1 }, null],
    [{ from: 0, to: Infinity }, null],
    [{ from: '0', to: 1 }, null],
    [[0, 1], null],
  ])('zooms for %j to %j', (xDomain, wanted) => {
    expect(completeView({ xDomain }).xDomain).toEqual(wanted)
  })

  it.each([
    [
      { metric: 'eval/accuracy', goal: 'max', token: 'a' },
      { metric: 'eval/accuracy', goal: 'max' },
    ],
    [{ metric: 'eval/accuracy', goal: 'up' }, null],
    [{ goal: 'min' }, null],
  ])('judges runs for %j by %j', (objective, wanted) => {
    expect(completeView({ objective }).objective).toEqual(wanted)
  })

  it('shares nothing with what a host may change later', () => {
    const selectedIds = ['a']
    const view = completeView({ selectedIds })
    selectedIds.push('b')
    expect(view.selectedIds).toEqual(['a'])
  })
})
