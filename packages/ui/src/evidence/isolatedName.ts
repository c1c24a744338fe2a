import { shortenMiddle } from '../format/shortenName.ts'
import { visibleText } from '../format/visibleText.ts'

/** Longer names are cut where they stand in a sentence or a cell. */
const nameLength = 40

/** Returns a name as it is shown: nothing hidden in it, and its middle cut where it is long. */
export function shownName(name: string): string {
  return shortenMiddle(visibleText(name), nameLength)
}

/** Returns a name for the middle of a sentence: it must not turn the words around it. */
export function isolatedName(name: string): string {
  return `\u2068${name}\u2069`
}
