import { parseArgs } from 'node:util'
import { caseName, cases, peers, type BenchCase, type Peer } from '../peers.ts'

export interface BenchOptions {
  readonly cases: readonly BenchCase[]
  readonly peers: readonly Peer[]
  readonly rounds: number
  /** Whether the tables go into the docs. */
  readonly write: boolean
  /** Whether our packages are built first. */
  readonly build: boolean
  /** A folder for a picture of every chart as it was measured; `null` for none. */
  readonly pictures: string | null
}

/**
 * Returns what the command line asks for; everything where it asks for nothing.
 *
 * @throws {Error} where it names a case or a chart that there is not.
 */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      cases: { type: 'string' },
      charts: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      write: { type: 'boolean', default: true },
      build: { type: 'boolean', default: true },
      pictures: { type: 'string' },
    },
  })
  const rounds = Number(values.rounds)
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds takes a whole number of at least 1, and got ${values.rounds}.`)
  }
  return {
    cases: chosen(values.cases, cases, caseName),
    peers: chosen(values.charts, peers, ({ name }) => name),
    rounds,
    write: values.write,
    build: values.build,
    pictures: values.pictures ?? null,
  }
}

/** Those of the list that are named, in the list's order. */
function chosen<T>(
  names: string | undefined,
  list: readonly T[],
  nameOf: (item: T) => string,
): readonly T[] {
  if (names === undefined) return list
  const asked = names.split(',')
  const known = list.map(nameOf)
  const unknown = asked.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Error(`There is no ${unknown.join(', ')}; there are ${known.join(', ')}.`)
  }
  return list.filter((item) => asked.includes(nameOf(item)))
}
