import type { LogFormat, LogLine } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'
import { numberEnd, numberIn } from '../text/readNumber.ts'
import { readZonedTime } from '../text/zonedTime.ts'

/**
 * The rows that CatBoost prints, each one record of training; whether more is better is not in them.
 *
 * `100:	learn: 0.1697	test: 0.1530	best: 0.1530 (100)	total: 3.7s	remaining: 33s`, where the
 * number in brackets is the iteration of the best; `0:      learn 0.6355974416passed: 17.4 sec …` of
 * old versions, with the number glued to the next word. Tabs may have become blanks.
 */
export const catboost: LogFormat = {
  name: 'catboost',
  marks: ['learn: ', 'remaining: '],
  createReader() {
    const shareName = createNamePool()
    return { read: (line) => readRow(line, shareName) }
  },
}

const rowHead = /(?:^|[\s\])])(\d{1,9}):\s{1,20}(?=learn|test)/
const field = /\b(learn|test\d*|best(?:Test)?):?\s/g
const durations = /passed:|total:|remaining:/

function readRow({ text, number }: LogLine, shareName: (name: string) => string): LogRecord[] {
  const head = rowHead.exec(text)
  if (head === null) return []
  const rest = text.slice(head.index + head[0].length)
  const durationsAt = rest.search(durations)
  if (durationsAt === -1) return []
  const metrics = readFields(rest.slice(0, durationsAt), shareName)
  if (metrics.size === 0) return []
  const place = { step: Number(head[1]), epoch: null, timeMs: readZonedTime(text) }
  return [{ phase: 'train', ...place, metrics, line: number }]
}

function readFields(text: string, shareName: (name: string) => string): Map<string, number> {
  const metrics = new Map<string, number>()
  for (const match of text.matchAll(field)) {
    const from = match.index + match[0].length
    const end = numberEnd(text, from)
    const value = numberIn(text, from, end)
    const name = match[1]
    if (value === null || name === undefined) continue
    metrics.set(shareName(name), value)
    const iteration = name.startsWith('best') ? /^ \((\d{1,9})\)/.exec(text.slice(end)) : null
    if (iteration !== null) metrics.set('best_iteration', Number(iteration[1]))
  }
  return metrics
}
