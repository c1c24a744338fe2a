import { readEpochMs, readNumber } from '@runoff/core'

/**
 * Returns a cell as Unix milliseconds, `null` where it is no moment.
 *
 * Numbers are moments only where they can be: seconds or milliseconds of the years 2001 to 2096.
 * Fewer seconds are a duration. A text without its zone is no moment, since it could be any of 24.
 */
export function readTime(cell: string | number): number | null {
  const number = readNumber(cell)
  if (number !== null) return timeOfNumber(number)
  const hasZone = typeof cell === 'string' && /(?:Z|[+-]\d{2}:?\d{2})$/i.test(cell.trim())
  return hasZone && cell.includes(':') ? readEpochMs(cell) : null
}

function timeOfNumber(number: number): number | null {
  if (number >= 1e9 && number < 4e9) return number * 1000
  return number >= 1e12 && number < 4e12 ? number : null
}
