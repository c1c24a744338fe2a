import type { LogFormat, LogLine } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { createNamePool } from '../text/namePool.ts'
import { isDigit, numberEnd, numberIn } from '../text/readNumber.ts'
import { readZonedTime } from '../text/zonedTime.ts'

/**
 * The rows that XGBoost prints for its evaluation sets, all of them one record of training.
 *
 * `[500]	eval-logloss:0.41906	train-logloss:0.160439`, the set before the last `-` and the metric
 * behind it; `[0]	train-rmse:1.02+0.01	…` in cross-validation, with the spread behind the mean;
 * `[0]#011train-rmse:1.02` where a collector wrote the tab as its code. The row below `Stopping. Best
 * iteration:` is one that stood above, and is read again.
 */
export const xgboost: LogFormat = {
  name: 'xgboost',
  marks: [
    ']\t',
    ']#011',
    '-rmse:',
    '-mae:',
    '-logloss:',
    '-mlogloss:',
    '-error:',
    '-merror:',
    '-auc:',
    '-aucpr:',
    '-ndcg',
    '-map',
  ],
  createReader() {
    const shareName = createNamePool()
    return { read: (line) => readRow(line, shareName) }
  },
}

function readRow({ text, number }: LogLine, shareName: (name: string) => string): LogRecord[] {
  const row = /\[(\d{1,9})\](?=#011|\s)/.exec(text)
  if (row === null) return []
  const metrics = new Map<string, number>()
  const rest = text.slice(row.index + row[0].length)
  for (const cell of rest.replaceAll('#011', '\t').split(/\s/)) {
    if (cell === '') continue
    if (!readCell(cell, metrics, shareName)) return []
  }
  if (metrics.size === 0) return []
  const place = { step: Number(row[1]), epoch: null, timeMs: readZonedTime(text) }
  return [{ phase: 'train', ...place, metrics, line: number }]
}

/** `train-rmse:1.02`, or `train-rmse:1.02+0.01` whose second number is a standard deviation. */
function readCell(
  cell: string,
  metrics: Map<string, number>,
  shareName: (name: string) => string,
): boolean {
  const colon = cell.lastIndexOf(':')
  // `eval-ndcg@10-`: such a metric is 0 where a group has nothing relevant.
  const nameEnd = cell.charAt(colon - 1) === '-' ? colon - 1 : colon
  const dash = cell.lastIndexOf('-', nameEnd - 1)
  if (dash < 1 || dash === nameEnd - 1 || isDigit(cell.charCodeAt(0))) return false
  const end = numberEnd(cell, colon + 1)
  const value = numberIn(cell, colon + 1, end)
  if (value === null) return false
  const name = cell.slice(0, colon)
  metrics.set(shareName(name), value)
  if (end === cell.length) return true
  const spread = cell[end] === '+' ? numberIn(cell, end + 1, numberEnd(cell, end + 1)) : null
  if (spread === null) return false
  metrics.set(shareName(`${name}-std`), spread)
  return true
}
