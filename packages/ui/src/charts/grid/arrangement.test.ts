import { defaultArrangement } from '@runoff/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arrangedItems, movedItem, toggledWide } from './arrangement.ts'

const idsOf = (ids: readonly string[], order: readonly string[]): readonly string[] =>
  arrangedItems(
    ids.map((id) => ({ id })),
    { order },
  ).map(({ id }) => id)

const someIds = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 8 })

describe('arrangedItems', () => {
  it('puts those first that were given an order, and leaves the others as they come', () => {
    expect(idsOf(['a', 'b', 'c', 'd'], ['c', 'gone', 'a'])).toEqual(['c', 'a', 'b', 'd'])
    expect(idsOf([], ['a'])).toEqual([])
    expect(idsOf(['__proto__', 'a'], ['a'])).toEqual(['a', '__proto__'])
  })

  it('has every item once, whatever the order says', () => {
    fc.assert(
      fc.property(someIds, fc.array(fc.string({ maxLength: 3 })), (ids, order) => {
        expect(idsOf(ids, order).toSorted()).toEqual(ids.toSorted())
      }),
    )
  })
})

describe('movedItem', () => {
  it('changes places with the neighbour', () => {
    const moved = movedItem(defaultArrangement, ['a', 'b', 'c'], { id: 'c', by: -1 })
    expect(moved.order).toEqual(['a', 'c', 'b'])
    expect(movedItem(moved, ['a', 'b', 'c'], { id: 'a', by: 1 }).order).toEqual(['c', 'a', 'b'])
  })

  it('leaves the place of a chart that is not shown now', () => {
    const arrangement = { order: ['a', 'hidden', 'b', 'c'], wide: ['b'] }
    const moved = movedItem(arrangement, ['a', 'b', 'c'], { id: 'b', by: -1 })
    expect(moved).toEqual({ order: ['b', 'hidden', 'a', 'c'], wide: ['b'] })
  })

  it.each([
    ['a', -1],
    ['b', 1],
    ['unknown', 1],
  ] as const)('changes nothing where %s has no neighbour at %i', (id, by) => {
    const arrangement = { order: ['a', 'b'], wide: [] }
    expect(movedItem(arrangement, ['a', 'b'], { id, by })).toBe(arrangement)
  })

  it('is undone by the opposite move', () => {
    fc.assert(
      fc.property(someIds, someIds, fc.nat(), (ids, order, pick) => {
        const id = ids[pick % Math.max(1, ids.length)] ?? ''
        const arrangement = { order, wide: [] }
        const there = movedItem(arrangement, ids, { id, by: 1 })
        const back = there === arrangement ? there : movedItem(there, ids, { id, by: -1 })
        expect(idsOf(ids, back.order)).toEqual(idsOf(ids, order))
      }),
    )
  })
})

describe('toggledWide', () => {
  it('makes a chart wide and narrow again', () => {
    const wide = toggledWide({ order: ['b'], wide: ['x'] }, 'a')
    expect(wide).toEqual({ order: ['b'], wide: ['x', 'a'] })
    expect(toggledWide(wide, 'a').wide).toEqual(['x'])
  })
})
