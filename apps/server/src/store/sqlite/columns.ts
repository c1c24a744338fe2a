import type { SQLOutputValue } from 'node:sqlite'

type Cell = SQLOutputValue | undefined

/** Returns a text cell; the tables are STRICT, so that another type is a broken file. */
export function textOf(cell: Cell): string {
  if (typeof cell === 'string') return cell
  throw new TypeError(`A text was expected in the database, and ${typeof cell} was found.`)
}

/** Returns a number cell that is never NULL. */
export function integerOf(cell: Cell): number {
  if (typeof cell === 'number') return cell
  throw new TypeError(`A number was expected in the database, and ${typeof cell} was found.`)
}

/** Returns a number cell; NULL stays `null`. */
export function numberOf(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null
}

/** Returns a value as a point keeps it, where NULL stands for `NaN`. */
export function valueOf(cell: Cell): number {
  return typeof cell === 'number' ? cell : NaN
}
