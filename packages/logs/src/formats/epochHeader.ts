import { digitsEnd } from '../text/readNumber.ts'

const word = 'Epoch '

/**
 * Returns the epoch of a line that ends in `Epoch 3/20`, as Keras and many scripts print it above
 * what belongs to it, or `null` for any other line, such as `Epoch 00003: saving model`.
 */
export function readEpochHeader(text: string): number | null {
  const from = text.lastIndexOf(word) + word.length
  if (from < word.length) return null
  const end = digitsEnd(text, from)
  const isCount = end > from && text.charAt(end) === '/'
  const last = digitsEnd(text, end + 1)
  if (!isCount || last === end + 1 || text.slice(last).trim() !== '') return null
  return Number(text.slice(from, end))
}
