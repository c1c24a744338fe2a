import { defineRun } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { uniqueRuns } from './uniqueRuns.ts'

describe('uniqueRuns', () => {
  const [a, b] = [defineRun({ id: 'a' }), defineRun({ id: 'b' })]

  it('is the list itself where no run is given twice', () => {
    for (const runs of [[], [a], [a, b]]) expect(uniqueRuns(runs)).toBe(runs)
  })

  it('keeps the first place of a run and what was said of it last', () => {
    const later = defineRun({ id: 'a', status: 'completed' })
    expect(uniqueRuns([a, b, later])).toEqual([later, b])
  })

  it('keeps runs of two sources that have one id', () => {
    const other = defineRun({ id: 'a', source: 'other' })
    expect(uniqueRuns([a, other])).toEqual([a, other])
  })
})
