import { expect, it } from 'vitest'
import { createNoticeBook } from './noticeBook.ts'

it('keeps one notice for each code, with its first line and its count', () => {
  const book = createNoticeBook()
  book.add('no-step', 'first', 3)
  book.add('no-metrics', 'none', null)
  book.add('no-step', 'second', 9)

  expect(book.list()).toEqual([
    { code: 'no-step', message: 'first', count: 2, line: 3 },
    { code: 'no-metrics', message: 'none', count: 1 },
  ])
})
