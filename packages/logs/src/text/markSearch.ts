import { codeAt } from './codeAt.ts'

/** Tells which of many lists of marks a line holds one of. */
export interface MarkSearch {
  /**
   * Returns the lists that have a mark in this line, or no marks at all, in their order. Looks through
   * the line once; what it returns is good until the next line.
   */
  look(text: string): readonly number[]
}

interface Candidate {
  readonly mark: string
  /** How far into the mark its rarest two characters stand. */
  readonly offset: number
  /** How far behind these its rarest other character stands; before them where it is negative. */
  readonly guardOffset: number
  readonly guard: number
  readonly list: number
}

/**
 * Returns a search for all marks of all lists in one pass over a line, instead of one pass for each.
 *
 * Each mark is known by the two of its characters that logs hold most rarely together: only where a
 * line holds these two, and one more where the mark has it, is the whole mark compared. Costs time
 * linear in the line.
 *
 * @see Wu & Manber, A Fast Algorithm for Multi-Pattern Searching (1994): blocks of characters as keys.
 */
export function createMarkSearch(lists: readonly (readonly string[])[]): MarkSearch {
  const { table, buckets } = knownIndex(lists)
  const isFound = new Uint8Array(lists.length)
  const always = lists.flatMap((marks, list) =>
    marks.length === 0 || marks.includes('') ? [list] : [],
  )
  const singles = lists.flatMap((marks, list) =>
    marks.filter((mark) => mark.length === 1).map((mark) => ({ mark, list })),
  )
  let found: number[] = []

  const add = (list: number): void => {
    if (isFound[list] === 1) return
    isFound[list] = 1
    insertInOrder(found, list)
  }
  const compare = (text: string, at: number, bucket: readonly Candidate[]): void => {
    for (const { mark, offset, guardOffset, guard, list } of bucket) {
      if (isFound[list] === 1 || codeAt(text, at + guardOffset) !== guard) continue
      if (at >= offset && text.startsWith(mark, at - offset)) add(list)
    }
  }

  return {
    look(text) {
      for (const list of found) isFound[list] = 0
      found = []
      for (const list of always) add(list)
      let key = codeAt(text, 0) & 0x7f
      for (let at = 1; at < text.length; at += 1) {
        key = ((key & 0x7f) << 7) | (text.charCodeAt(at) & 0x7f)
        const bucket = table[key] as number
        if (bucket !== 0) compare(text, at - 1, buckets[bucket] ?? [])
      }
      for (const { mark, list } of singles) if (text.includes(mark)) add(list)
      return found
    },
  }
}

/** They are few, and mostly come one by one in their order: sorting them costs as much as the search. */
function insertInOrder(found: number[], list: number): void {
  found.push(list)
  for (let at = found.length - 1; at > 0 && (found[at - 1] as number) > list; at -= 1) {
    found[at] = found[at - 1] as number
    found[at - 1] = list
  }
}

interface MarkIndex {
  /** For each two characters the place of their bucket; 0 where there is none. */
  readonly table: Uint16Array
  readonly buckets: readonly (readonly Candidate[])[]
}

let latest: { readonly key: string; readonly index: ReturnType<typeof indexMarks> } | null = null

/** Most parsers of a process look for the same marks: their index is made once. */
function knownIndex(lists: readonly (readonly string[])[]): ReturnType<typeof indexMarks> {
  const key = JSON.stringify(lists)
  if (latest?.key !== key) latest = { key, index: indexMarks(lists) }
  return latest.index
}

function indexMarks(lists: readonly (readonly string[])[]): MarkIndex {
  const table = new Uint16Array(16_384)
  const buckets: Candidate[][] = [[]]
  lists.forEach((marks, list) => {
    for (const mark of marks) {
      if (mark.length < 2) continue
      const offset = rarestPair(mark)
      const key = keyOf(mark, offset)
      table[key] ||= buckets.push([]) - 1
      buckets[table[key] ?? 0]?.push({ mark, offset, ...guardOf(mark, offset), list })
    }
  })
  return { table, buckets }
}

/** Characters past ASCII share their keys with others: the whole mark is compared anyway. */
function keyOf(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7f) << 7) | (text.charCodeAt(at + 1) & 0x7f)
}

function rarestPair(mark: string): number {
  const commonness = Array.from({ length: mark.length - 1 }, (_, at) =>
    pairCommonness(mark.charAt(at), mark.charAt(at + 1)),
  )
  return commonness.indexOf(Math.min(...commonness))
}

/** The rarest character beside the pair; one of the pair itself where the mark is no longer. */
function guardOf(mark: string, offset: number): Pick<Candidate, 'guardOffset' | 'guard'> {
  const commonness = Array.from(mark.split(''), (character, at) =>
    at === offset || at === offset + 1 ? 1000 : commonnessOf(character),
  )
  const at = commonness.indexOf(Math.min(...commonness))
  return { guardOffset: at - offset, guard: mark.charCodeAt(at) }
}

function pairCommonness(first: string, second: string): number {
  // Lists of names and numbers are full of these.
  const isBetween = [': ', ', ', ' -', '- ', '| ', ' |', '] ', ' ['].includes(first + second)
  return isBetween ? 150 : commonnessOf(first) * commonnessOf(second)
}

/** Roughly how often a character comes in logs. */
function commonnessOf(character: string): number {
  if (' eaointrs'.includes(character)) return 10
  if (/[0-9.]/.test(character)) return 9
  if (/[a-z:_=,-]/.test(character)) return 5
  return /[A-Z/|]/.test(character) ? 2 : 1
}
