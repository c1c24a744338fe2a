/** More entries than this in one list is no view that a person has made. */
const mostEntries = 1000

/** Returns the own entries of an object; those of anything else are none. */
export function readObject(given: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof given === 'object' && given !== null ? Object.entries(given) : [])
}

/** Returns a text, or `null` for anything else. */
export function readTextOrNull(given: unknown): string | null {
  return typeof given === 'string' ? given : null
}

/** Returns the different texts of a list, the first thousand of them; of anything else none. */
export function readTexts(given: unknown): readonly string[] {
  if (!Array.isArray(given)) return []
  const texts = given.slice(0, mostEntries).filter((entry) => typeof entry === 'string')
  return [...new Set<string>(texts)]
}

/** Returns the different texts of a list, or `null` for what is none. */
export function readTextsOrNull(given: unknown): readonly string[] | null {
  return Array.isArray(given) ? readTexts(given) : null
}

/** Returns what `readEntry` makes of the first thousand entries of a list, without the `null`s. */
export function readList<Entry>(
  given: unknown,
  readEntry: (entry: unknown) => Entry | null,
): readonly Entry[] {
  if (!Array.isArray(given)) return []
  return given.slice(0, mostEntries).flatMap((entry: unknown) => readEntry(entry) ?? [])
}

/** Returns yes or no, or what is meant where neither is given. */
export function readFlag(given: unknown, otherwise: boolean): boolean {
  return typeof given === 'boolean' ? given : otherwise
}

/** Returns the one of some words that is given, or what is meant where none is. */
export function oneOf<Value extends string>(
  values: readonly Value[],
  given: unknown,
  otherwise: Value,
): Value {
  return values.find((value) => value === given) ?? otherwise
}
