/** The same catalogue with every entry optional, however deep. */
export type Partially<T> = T extends (...values: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { readonly [Key in keyof T]?: Partially<T[Key]> | undefined }
      : T

export interface MergeOptions {
  /** Paths of records of texts whose keys are anybody's, such as `format.metricNames`. */
  readonly openRecords?: ReadonlySet<string>
}

/**
 * Returns the catalogue with the given entries in place of its own.
 *
 * What the catalogue does not have, and what is of another kind than its own entry (a text where
 * it has a function of values), is left out: a mistake in a translation shows English words and
 * breaks nothing. An open record takes texts by any key.
 */
export function mergeMessages<T extends object>(
  catalogue: T,
  entries: Partially<NoInfer<T>>,
  { openRecords = noRecords }: MergeOptions = {},
): T {
  return mergeAt('', catalogue, entries, openRecords) as T
}

const noRecords: ReadonlySet<string> = new Set()

function mergeAt(
  path: string,
  catalogue: object,
  entries: object,
  openRecords: ReadonlySet<string>,
): object {
  const merged = Object.entries(catalogue).map(([key, own]: [string, unknown]) => {
    const given: unknown = Object.hasOwn(entries, key) ? Reflect.get(entries, key) : undefined
    if (kindOf(given) !== kindOf(own)) return [key, own]
    const isBranch = isCatalogue(own) && isCatalogue(given)
    const ownPath = path === '' ? key : `${path}.${key}`
    return [key, isBranch ? mergeAt(ownPath, own, given, openRecords) : given]
  })
  const added = openRecords.has(path) ? textsBeside(catalogue, entries) : []
  // Entries become own properties, also one that is called `__proto__`.
  return Object.fromEntries([...merged, ...added])
}

function textsBeside(catalogue: object, entries: object): readonly (readonly [string, unknown])[] {
  return Object.entries(entries).filter(
    ([key, given]) => typeof given === 'string' && !Object.hasOwn(catalogue, key),
  )
}

function isCatalogue(value: unknown): value is object {
  return kindOf(value) === 'catalogue'
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'catalogue' : typeof value
}
