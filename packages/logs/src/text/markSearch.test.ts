import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMarkSearch } from './markSearch.ts'

describe('createMarkSearch', () => {
  it('says of each line which lists have a mark in it', () => {
    const search = createMarkSearch([['step:', 'iter:'], ['loss'], ['→ 損失'], ['#']])
    const found = (text: string) => [...search.look(text)]
    expect(found('step:1 loss:2')).toEqual([0, 1])
    expect(found('nothing')).toEqual([])
    expect(found('iter:')).toEqual([0])
    expect(found('tep:1 los')).toEqual([])
    expect(found('→ 損失 #')).toEqual([2, 3])
    expect(found('')).toEqual([])
  })

  it('finds a list without marks in every line', () => {
    const search = createMarkSearch([[], ['']])
    expect(search.look('')).toEqual([0, 1])
  })

  it('finds what looking for one mark after another finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '[', ' ', '1', 'š'), maxLength: 30 })
    const marks = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '[', 'š'), maxLength: 3 }))
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 6 }), fc.array(text), (lists, lines) => {
        const search = createMarkSearch(lists)
        for (const line of lines) {
          const held = lists.flatMap((list, index) =>
            list.length === 0 || list.some((mark) => line.includes(mark)) ? [index] : [],
          )
          expect(search.look(line)).toEqual(held)
        }
      }),
    )
  })
})
