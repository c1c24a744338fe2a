import { nameWords } from '../format/metricName.ts'
import { shortenMiddle } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'

/** Longer names are cut where they stand in a sentence, a title or a list. */
const nameLength = 40

/** Of these alone a name cannot turn the words around it. */
const plainCharacters = /^[ -~]*$/

/** Returns a user's own name for the middle of a sentence: it must not turn the words around it. */
export function isolated(name: string): string {
  return plainCharacters.test(name) ? name : `\u2068${name}\u2069`
}

/**
 * Returns what a parameter is called on an axis or in a list: its own name, cut where it is long,
 * and in quotes where there would be nothing to see.
 */
export function paramLabel(name: string): string {
  return name.trim() === '' ? JSON.stringify(name) : shortenMiddle(visibleText(name), nameLength)
}

/** Returns a parameter's name as words for the middle of a sentence: `learning rate`. */
export function paramWords(name: string): string {
  return isolated(
    name.trim() === '' ? paramLabel(name) : shortenMiddle(nameWords(name), nameLength),
  )
}
