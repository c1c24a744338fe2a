import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createNoticeBook } from './noticeBook.ts'
import type { LogRecord } from './record.ts'
import { createRecordChecks } from './recordChecks.ts'

const place = fc.constantFrom(null, 0, 1)
const metrics = fc
  .array(fc.tuple(fc.constantFrom('loss', 'lr', 'acc'), fc.constantFrom(0, -0, 0.5, NaN, Infinity)))
  .map((entries) => new Map(entries))
const anyRecord: fc.Arbitrary<LogRecord> = fc.record({
  phase: fc.constantFrom('train', 'eval'),
  step: place,
  epoch: place,
  timeMs: fc.constant(null),
  metrics,
  line: fc.constant(1),
})

function isSame(a: LogRecord, b: LogRecord): boolean {
  if (a.step !== b.step || a.epoch !== b.epoch || a.phase !== b.phase) return false
  if (a.step === null && a.epoch === null) return false
  const names = [...a.metrics.keys()]
  const isEqual = names.every((name) => Object.is(a.metrics.get(name), b.metrics.get(name)))
  return names.length > 0 && a.metrics.size === b.metrics.size && isEqual
}

it('counts the records that one of the sixteen before them repeats, and no other', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 40 }), (records) => {
      const book = createNoticeBook()
      const check = createRecordChecks(book)
      for (const record of records) check('any', record)
      const repeated = records.filter((record, index) =>
        records.slice(Math.max(0, index - 16), index).some((other) => isSame(record, other)),
      )
      const told = book.list().find(({ code }) => code === 'repeated')
      expect(told?.count ?? 0).toBe(repeated.length)
    }),
    { numRuns: 500 },
  )
})
