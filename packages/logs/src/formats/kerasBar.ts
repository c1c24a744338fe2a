import { isBlank, isDigit, readLeadingNumber, readNumber } from '../text/readNumber.ts'

/** One frame of a bar that Keras draws, or the line that it prints without a bar. */
export interface KerasBar {
  /** How many batches (or samples, in old versions) there are; `null` where the line does not say. */
  readonly total: number | null
  /** Whether all of them are done. */
  readonly isFull: boolean
  /** Whether a frame like it may still follow, with the time that it took and the validation. */
  readonly isOpen: boolean
  /** Empty where nothing was measured, as when predicting. */
  readonly metrics: ReadonlyMap<string, number>
}

/**
 * Returns the last bar that stands on a line, or `null` where there is none.
 *
 * `363/363 [==============================] - 1s 2ms/step - loss: 2.26 - val_loss: 0.85`
 * `363/363 ━━━━━━━━━━━━━━━━━━━━ 1s 2ms/step - accuracy: 0.79 - loss: 0.59` (Keras 3)
 * `363/363 - 1s - loss: 2.26 - lr: 0.01` and `363/363 - 1s - 2ms/step - loss: 2.26` (`verbose=2`)
 * ` - 1s - loss: 2.26` (`verbose=2` of Keras before TensorFlow 2)
 * `    100/Unknown - 3s 2ms/step - loss: 2.26`, while nobody knows how many batches there are
 */
export function readKerasBar(text: string): KerasBar | null {
  return readUnknown(text) ?? readBracketBar(text) ?? readHeavyBar(text) ?? readBarless(text)
}

const unknown = '/Unknown '

/** Such a frame is the last only in versions of before 2019: it shows the validation then. */
function readUnknown(text: string): KerasBar | null {
  const at = text.lastIndexOf(unknown)
  if (at === -1 || digitsStart(text, at) === at) return null
  const metrics = readMetrics(text.slice(at + unknown.length))
  const isFull = [...metrics.keys()].some((name) => name.startsWith('val_'))
  return { total: null, isFull, isOpen: false, metrics }
}

const bracketEnd = '] - '
const heavy = '━'

function readBracketBar(text: string): KerasBar | null {
  const end = text.lastIndexOf(bracketEnd)
  if (end === -1) return null
  let open = end
  while (open > 0 && isBarCode(text.charCodeAt(open - 1))) open -= 1
  const count = text.charAt(open - 1) === '[' ? readCountBefore(text, open - 1) : null
  if (count === null || open === end) return null
  const fields = text.slice(end + bracketEnd.length)
  return { ...count, isOpen: fields.startsWith('ETA: '), metrics: readMetrics(fields) }
}

/** `=`, `>` and `.` */
function isBarCode(code: number): boolean {
  return code === 0x3d || code === 0x3e || code === 0x2e
}

function readHeavyBar(text: string): KerasBar | null {
  const end = text.lastIndexOf(heavy) + 1
  if (end === 0) return null
  let open = end
  while (text.charAt(open - 1) === heavy) open -= 1
  const count = readCountBefore(text, open)
  if (count === null) return null
  const fields = text.slice(end).trimStart()
  // The time that is left, and the time that it took, are written alike.
  return { ...count, isOpen: fields.startsWith('0s '), metrics: readMetrics(fields) }
}

const seconds = /^\d+m?s$/

function readBarless(text: string): KerasBar | null {
  const [head = '', time = '', ...others] = text.split(' - ', 3)
  if (!seconds.test(time.trim()) || others.length === 0) return null
  const count = readCountBefore(text, head.length)
  if (count === null && head.trim() !== '') return null
  const metrics = readMetrics(text.slice(head.length))
  if (count === null && !metrics.has('loss')) return null
  return { ...(count ?? { total: null, isFull: true }), isOpen: false, metrics }
}

/** The `363/363` that ends before a place. */
function readCountBefore(text: string, end: number): { total: number; isFull: boolean } | null {
  let last = end
  while (last > 0 && isBlank(text.charCodeAt(last - 1))) last -= 1
  const slash = digitsStart(text, last) - 1
  const first = digitsStart(text, slash)
  if (slash < 0 || text.charAt(slash) !== '/' || slash === last - 1 || first === slash) return null
  const total = text.slice(slash + 1, last)
  // Where backspaces were taken out, the last digits of the frame before stand glued to it.
  return { total: Number(total), isFull: text.slice(first, slash).endsWith(total) }
}

function digitsStart(text: string, end: number): number {
  let at = end
  while (at > 0 && isDigit(text.charCodeAt(at - 1))) at -= 1
  return at
}

/** `1s 2ms/step - loss: 2.26 - val_loss: 0.85`; what a script printed behind them is left out. */
function readMetrics(fields: string): Map<string, number> {
  const metrics = new Map<string, number>()
  for (const field of fields.split(' - ')) {
    const colon = field.indexOf(': ')
    const value = colon === -1 ? null : readLeadingNumber(field.slice(colon + 2))
    const name = field.slice(0, Math.max(colon, 0)).trim()
    if (value === null || name === 'ETA') continue
    metrics.set(name, value)
    if (readNumber(field.slice(colon + 2)) === null) break
  }
  return metrics
}
