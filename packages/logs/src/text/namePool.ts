import { codeAt } from './codeAt.ts'

const maxNames = 10_000
const slotCount = 256

/** No metric is called more; what is longer is data, and would only be kept for nothing. */
const longestName = 200

/** Returns the string that is used for a name, which may be a part of a longer text. */
export type ShareName = (text: string, from?: number, end?: number) => string

/**
 * Returns a function that gives the same string for equal names, so that records share them.
 *
 * An engine may cut a name out of a chunk as a view, which keeps the whole chunk alive: a long log
 * would stay in memory through the names in its records. What comes back here is a copy of its own.
 */
export function createNamePool(): ShareName {
  const names = new Map<string, string>()
  // Records of one log hold the same few names: most are found here, without cutting or hashing.
  const recent = Array<string>(slotCount).fill('')

  const remember = (name: string): string => {
    const copy = copyOf(name)
    if (names.size < maxNames) names.set(copy, copy)
    return copy
  }

  return (text, from = 0, end = text.length) => {
    const slot = slotOf(text, from, end)
    const known = recent[slot] as string
    if (known.length === end - from && text.startsWith(known, from)) return known
    const name = text.slice(from, end)
    if (name.length > longestName) return copyOf(name)
    const shared = names.get(name) ?? remember(name)
    recent[slot] = shared
    return shared
  }
}

function copyOf(name: string): string {
  return name.split('').join('')
}

/** Any place will do, as long as equal names have the same and few names share one. */
function slotOf(text: string, from: number, end: number): number {
  const sum = codeAt(text, from) * 7 + codeAt(text, end - 1) * 31 + (end - from) * 61
  return sum & (slotCount - 1)
}
