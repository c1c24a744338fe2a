import fc from 'fast-check'
import { expect, it } from 'vitest'
import { defineRun, type Run } from '@runoff/core'
import type { RunQuery } from '../source.ts'
import { queryRuns } from './queryRuns.ts'

const runs = fc
  .uniqueArray(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'after:', 'a')), {
    maxLength: 20,
  })
  .map((ids) => ids.filter((id) => id.trim() !== ''))
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.boolean().map((archived) => defineRun({ id, archived })))),
  )

function pagesOf(all: readonly Run[], query: RunQuery): readonly Run[] {
  const seen: Run[] = []
  let cursor: string | null = null
  do {
    const page = queryRuns(all, { ...query, cursor })
    seen.push(...page.runs)
    cursor = page.nextCursor
  } while (cursor !== null)
  return seen
}

it('gives the same runs in pages of any size as in one', () => {
  fc.assert(
    fc.property(
      runs,
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      (all, limit, includeArchived) => {
        const whole = queryRuns(all, { includeArchived })
        expect(pagesOf(all, { includeArchived, limit })).toEqual(whole.runs)
        expect(whole.total).toBe(whole.runs.length)
      },
    ),
  )
})

it('refuses a cursor of another list', () => {
  const all = [defineRun({ id: 'a' })]
  expect(() => queryRuns(all, { cursor: 'after:b' })).toThrow(
    expect.objectContaining({ code: 'bad-option' }),
  )
})
