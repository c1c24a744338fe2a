import type { Parsed } from '../formats/parsedFile.ts'

/** Reads a file, and where it can, reads on from there when the file has grown. */
export interface FileReading {
  /** Whether a second `read` begins where the first ended; one that does not is used once. */
  readonly goesOn: boolean
  /**
   * Returns all that was read so far, as if the file ended where it ends now. After a read with
   * `isLast` the reading is closed; without it, the last line may still be on its way.
   *
   * @throws {RunoffError} `bad-log` when what is there tells of no training.
   */
  read(blob: Blob, options: ReadOptions): Promise<Parsed>
}

export interface ReadOptions {
  readonly signal: AbortSignal
  /** Whether nothing more of this file will be read. */
  readonly isLast: boolean
  /**
   * Whether the file may be in the middle of being written, so that a number at its very end is left
   * out until more comes. @default false
   */
  readonly mayBeCut?: boolean
}

/** Returns a reading of a file that is read as a whole. */
export function wholeReading(
  parse: (blob: Blob, signal: AbortSignal, options: ReadOptions) => Promise<Parsed>,
): FileReading {
  return { goesOn: false, read: (blob, options) => parse(blob, options.signal, options) }
}
