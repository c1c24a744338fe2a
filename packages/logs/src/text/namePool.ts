const maxNames = 10_000

/**
 * Returns a function that gives the same string for equal names, so that records share them.
 *
 * An engine may cut a name out of a chunk as a view, which keeps the whole chunk alive: a long log
 * would stay in memory through the names in its records. What comes back here is a copy of its own.
 */
export function createNamePool(): (name: string) => string {
  const names = new Map<string, string>()
  return (name) => {
    const known = names.get(name)
    if (known !== undefined) return known
    const copy = name.split('').join('')
    if (names.size < maxNames) names.set(copy, copy)
    return copy
  }
}
