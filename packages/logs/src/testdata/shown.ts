import { parseLog } from '../parseLog.ts'

/** A record as a test writes it: phase, step, epoch, and the metrics in their order. */
export type Shown = readonly [string, number | null, number | null, Record<string, number>]

/** Returns the records of a log's lines, short enough to be written down beside the lines. */
export function shown(...lines: readonly string[]): Shown[] {
  return parseLog(lines.join('\n')).records.map(({ phase, step, epoch, metrics }) => [
    phase,
    step,
    epoch,
    Object.fromEntries(metrics),
  ])
}

/** Returns the names of the formats that read these lines. */
export function formatsOf(...lines: readonly string[]): readonly string[] {
  return parseLog(lines.join('\n')).formats
}

/** Returns the codes of the notices on these lines. */
export function noticesOf(...lines: readonly string[]): string[] {
  return parseLog(lines.join('\n')).notices.map(({ code }) => code)
}
