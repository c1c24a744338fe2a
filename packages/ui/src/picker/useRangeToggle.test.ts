import { describe, expect, it } from 'vitest'
import { idsBetween } from './useRangeToggle.ts'

describe('idsBetween', () => {
  const ids = ['a', 'b', 'c', 'd']

  it('takes both ends, nearest to the first one first, in either direction', () => {
    expect(idsBetween(ids, 'b', 'd')).toEqual(['b', 'c', 'd'])
    expect(idsBetween(ids, 'd', 'b')).toEqual(['d', 'c', 'b'])
    expect(idsBetween(ids, 'c', 'c')).toEqual(['c'])
  })

  it('has no range where one end is not shown any more', () => {
    expect(idsBetween(ids, null, 'b')).toEqual([])
    expect(idsBetween(ids, 'gone', 'b')).toEqual([])
  })
})
