import type { LogContext, LogFormat, LogLine } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { readEpochHeader } from './epochHeader.ts'
import { readKerasBar, type KerasBar } from './kerasBar.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * What `fit` and `evaluate` of Keras print, of any version: the last frame of each bar.
 *
 * `Epoch 1/25`
 * `363/363 [==============================] - 1s 2ms/step - loss: 2.26 - val_loss: 0.85`
 * `162/162 [==============================] - 0s 1ms/step - loss: 0.42`
 *
 * The first bar below an `Epoch` is training, also where it carries `val_` metrics. Any other is an
 * `evaluate` and belongs to the epoch before it. Behind `<<99 more lines>>`, which notebooks leave in
 * the place of lines, no epoch is known until the next is named; what has `val_` metrics, or as many
 * batches as the training before, is training all the same.
 */
export const keras: LogFormat = {
  name: 'keras',
  marks: ['Epoch ', '] - ', '━', ' - loss: ', '/step - ', ' more lines>>'],
  createReader: createKerasReader,
}

type Place = Pick<LineReading, 'phase' | 'epoch'>

interface HeldBar {
  readonly bar: KerasBar
  readonly place: Place
  /** Whether unfinished frames were drawn before it, so that one with the last word follows. */
  readonly isLive: boolean
  readonly line: LogLine
}

function createKerasReader({ addNotice }: LogContext): ReturnType<LogFormat['createReader']> {
  const write = createRecordWriter()
  const places = createPlaces()
  let held: HeldBar | null = null
  let isLive = false
  let lastNumber = 0
  let isTaken = false

  const record = ({ bar, place, line }: HeldBar): LogRecord[] =>
    write({ ...place, metrics: bar.metrics }, line)

  const flush = (): LogRecord[] => {
    const records = held === null ? [] : record(held)
    held = null
    return records
  }

  const take = (bar: KerasBar, line: LogLine): LogRecord[] => {
    const before = held
    const isSame = before !== null && isContinued(before, bar)
    const records = isSame ? [] : flush()
    const place = isSame ? before.place : places.next(bar)
    const next = { bar, place, isLive, line }
    // What was continued once has its last word.
    held = bar.isOpen && !isSame ? next : null
    if (held === null) isLive = false
    return held === null ? [...records, ...record(next)] : records
  }

  return {
    // A frame is not for others, also where it makes no record.
    hasTaken: () => isTaken,
    read(line) {
      isTaken = false
      if (places.read(line.text)) {
        isLive = false
        return flush()
      }
      const bar = readKerasBar(line.text)
      if (bar === null || bar.metrics.size === 0) return []
      isTaken = true
      if (bar.isFull) return take(bar, line)
      lastNumber = line.number
      isLive = true
      return flush()
    },
    end() {
      if (isLive && held === null) addNotice('unfinished-epoch', unfinishedMessage, lastNumber)
      return flush()
    },
  }
}

const unfinishedMessage =
  'The log ends within a progress bar: its numbers are means of a part of an epoch and were left out.'

/** Whether a bar is the same one, drawn again at its end. */
function isContinued({ bar, isLive }: HeldBar, next: KerasBar): boolean {
  const names = [...bar.metrics.keys()]
  if (next.total !== bar.total || !names.every((name) => next.metrics.has(name))) return false
  const isEqual = names.every((name) => Object.is(bar.metrics.get(name), next.metrics.get(name)))
  return isLive || isEqual || next.metrics.size > names.length
}

const elision = /<<\d+ more lines>>/

/** Follows what tells the epoch. */
function createPlaces(): {
  /** Returns whether a line tells where in training the log is. */
  read(text: string): boolean
  /** Returns where a bar belongs that comes next. */
  next(bar: KerasBar): Place
} {
  let coming: number | null = null
  let last: number | null = null
  let trainTotal: number | null = null
  let isElided = false

  return {
    read(text) {
      const epoch = readEpochHeader(text)
      const isGap = epoch === null && elision.test(text)
      if (epoch === null && !isGap) return false
      coming = epoch
      last = null
      isElided = isGap
      return true
    },
    next(bar) {
      const isSameSize = isElided && trainTotal !== null && trainTotal === bar.total
      if (coming === null && !isSameSize && !hasValidation(bar)) {
        return { phase: 'eval', epoch: last }
      }
      last = coming
      coming = null
      trainTotal = bar.total
      isElided = false
      return { phase: 'train', epoch: last }
    },
  }
}

/** An `evaluate` has none. */
function hasValidation({ metrics }: KerasBar): boolean {
  return [...metrics.keys()].some((name) => name.startsWith('val_'))
}
