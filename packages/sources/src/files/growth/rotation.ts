import { endingOf } from '../paths.ts'

const texts: ReadonlySet<string> = new Set(['log', 'txt', 'out', 'err'])

/** A log that was put away under a number: `run.log.1`, `run.log.2.gz`. */
export interface PutAway {
  /** The name that the log had while it was written. */
  readonly base: string
  /** The higher, the older. */
  readonly age: number
}

/** Returns what a path says of how its log was put away, `null` for any other path. */
export function putAway(path: string): PutAway | null {
  const match = /^(.{1,2000})\.(\d{1,4})(?:\.gz)?$/.exec(path)
  const base = match?.[1]
  if (base === undefined || !texts.has(endingOf(base))) return null
  return { base, age: Number(match?.[2]) }
}
