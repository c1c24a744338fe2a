import { describe, expect, it } from 'vitest'
import { filterRuns } from './filterRuns.ts'
import { runOf } from './testdata/runs.ts'

const runs = [
  runOf('done'),
  runOf('lost', { status: 'failed' }),
  runOf('old', { archived: true }),
  runOf('old and lost', { archived: true, status: 'failed' }),
]
const every = (): boolean => true

describe('filterRuns', () => {
  it('hides archived runs and says how many', () => {
    const filtered = filterRuns(runs, { status: 'all', showArchived: false }, every)
    expect(filtered.found.map((run) => run.id)).toEqual(['done', 'lost'])
    expect(filtered.archivedHiddenCount).toBe(2)
  })

  it('shows archived runs with the others when asked to', () => {
    const filtered = filterRuns(runs, { status: 'failed', showArchived: true }, every)
    expect(filtered.found.map((run) => run.id)).toEqual(['lost', 'old and lost'])
    expect(filtered.archivedHiddenCount).toBe(0)
  })

  it('keeps as candidates the runs that only the search or the status hides', () => {
    const filtered = filterRuns(runs, { status: 'failed', showArchived: false }, () => false)
    expect(filtered.candidates.map((run) => run.id)).toEqual(['done', 'lost'])
    expect(filtered.found).toEqual([])
  })
})
