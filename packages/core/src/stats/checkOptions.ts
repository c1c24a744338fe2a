import { RunoffError } from '../errors.ts'

/** How surely an interval is to hold the truth. */
export interface LevelOption {
  /** Strictly between 0 and 1. @default 0.95 */
  readonly level?: number
}

/**
 * Returns the level of the options, 0.95 where none is given.
 *
 * @throws {RunoffError} `bad-option` for a level outside (0, 1).
 */
export function levelOf({ level = 0.95 }: LevelOption): number {
  if (level > 0 && level < 1) return level
  throw new RunoffError(
    'bad-option',
    `level is the share of intervals that hold the truth, between 0 and 1, and got ${level}. ` +
      'Pass 0.95 for 95 %.',
  )
}

/**
 * Returns the count as it is.
 *
 * @throws {RunoffError} `bad-option` for one that is not a whole number of at least 1.
 */
export function checkDraws(draws: number): number {
  if (Number.isInteger(draws) && draws >= 1) return draws
  throw new RunoffError(
    'bad-option',
    `draws is a whole number of at least 1, and got ${draws}. Pass how many random draws to take.`,
  )
}
