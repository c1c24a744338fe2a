import type { WriteCount } from '../../format/formatters.ts'

/** Returns a count with its noun: the first for one, the second for any other. */
export const counted = (
  count: number,
  [one, many]: readonly [one: string, many: string],
  write: WriteCount,
): string => `${write(count)} ${count === 1 ? one : many}`

/** Returns one of two words by a count. */
export const byCount = (count: number, one: string, many: string): string =>
  count === 1 ? one : many

/** Returns a text with a capital at its beginning. */
export const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

export const runs = (count: number, write: WriteCount): string =>
  counted(count, ['Lauf', 'Läufe'], write)

/** The same after 'von' or 'bei'. */
export const runsDative = (count: number, write: WriteCount): string =>
  counted(count, ['Lauf', 'Läufen'], write)

export const configurations = (count: number, write: WriteCount): string =>
  counted(count, ['Konfiguration', 'Konfigurationen'], write)
