import { numberEnd, readLeadingNumber, skipBlanks } from '../text/readNumber.ts'

/** The number of the moment, and the mean so far that some loggers print in brackets behind it. */
export interface ValueAndMean {
  readonly value: number
  /** `null` where no bracket follows. */
  readonly mean: number | null
}

/**
 * Returns the numbers of `1.27 (1.50)`, whatever follows, or `null` where the text begins with
 * none.
 */
export function readValueAndMean(text: string): ValueAndMean | null {
  const value = readLeadingNumber(text)
  if (value === null) return null
  const open = skipBlanks(text, numberEnd(text, skipBlanks(text, 0)))
  const mean = text.charAt(open) === '(' ? readLeadingNumber(text.slice(open + 1)) : null
  return { value, mean }
}

/** Sets `name`, and `name_avg` where a mean follows in brackets; leaves alone what is no number. */
export function setValueAndMean(metrics: Map<string, number>, name: string, text: string): void {
  const read = readValueAndMean(text)
  if (read === null) return
  metrics.set(name, read.value)
  if (read.mean !== null) metrics.set(`${name}_avg`, read.mean)
}
