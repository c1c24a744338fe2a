import { describe, expect, it } from 'vitest'
import { groupTicking, type GroupTicking } from './groupTicking.ts'
import { withMany } from './selectMany.ts'
import { runOf } from './testdata/runs.ts'

const runs = ['a', 'b', 'c'].map((id) => runOf(id))

function ticking(selectedIds: readonly string[], isFull = false): GroupTicking {
  return groupTicking(runs, { isSelected: (id) => selectedIds.includes(id), isFull })
}

describe('groupTicking', () => {
  it('selects all of a group, also where some are selected', () => {
    expect(ticking([])).toEqual({ kind: 'select', ids: ['a', 'b', 'c'] })
    expect(ticking(['b', 'x'])).toEqual({ kind: 'select', ids: ['a', 'b', 'c'] })
  })

  it('takes them out where all are selected, or as many as there was room for', () => {
    expect(ticking(['c', 'b', 'a'])).toEqual({ kind: 'deselect', ids: ['a', 'b', 'c'] })
    expect(ticking(['x', 'b'], true)).toEqual({ kind: 'deselect', ids: ['b'] })
  })

  it('can do nothing where others have taken all the room', () => {
    expect(ticking(['x', 'y'], true).kind).toBe('full')
  })
})

describe('withMany', () => {
  const after = (selectedIds: readonly string[], ids: readonly string[]) =>
    withMany({ selectedIds, maxSelected: 3 }, ids)

  it('keeps what is selected, and adds as many as there is room for', () => {
    expect(after(['x'], ['a', 'b', 'c'])).toEqual({
      selectedIds: ['x', 'a', 'b'],
      taken: 2,
      wanted: 3,
    })
  })

  it('counts no run twice, and none that was selected before', () => {
    expect(after(['a'], ['a', 'b', 'b'])).toMatchObject({ taken: 1, wanted: 1 })
    expect(after(['a', 'b', 'c'], ['d'])).toMatchObject({ taken: 0, wanted: 1 })
    expect(after([], [])).toMatchObject({ selectedIds: [], taken: 0, wanted: 0 })
  })
})
