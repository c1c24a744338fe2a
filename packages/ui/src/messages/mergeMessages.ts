/** The same catalogue with every entry optional, however deep. */
export type Partially<T> = T extends (...values: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { readonly [Key in keyof T]?: Partially<T[Key]> | undefined }
      : T

/**
 * Returns the catalogue with the given entries in place of its own.
 *
 * What the catalogue does not have, and what is of another kind than its own entry (a text where
 * it has a function of values), is left out: a mistake in a translation shows English words and
 * breaks nothing.
 */
export function mergeMessages<T extends object>(catalogue: T, entries: Partially<NoInfer<T>>): T {
  const merged = Object.entries(catalogue).map(([key, own]: [string, unknown]) => [
    key,
    mergeEntry(own, Object.hasOwn(entries, key) ? Reflect.get(entries, key) : undefined),
  ])
  return Object.fromEntries(merged) as T
}

function mergeEntry(own: unknown, given: unknown): unknown {
  if (kindOf(given) !== kindOf(own)) return own
  return isCatalogue(own) && isCatalogue(given) ? mergeMessages(own, given) : given
}

function isCatalogue(value: unknown): value is object {
  return kindOf(value) === 'catalogue'
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'catalogue' : typeof value
}
