import { differingParts } from '@runoff/core'
import { charactersOf, shortenName } from './shortenName.ts'

const ellipsis = '…'
/** Beyond this, names are cut alike at fewer places: nobody reads so many beside each other. */
const mostCompared = 120
/** A window is looked for so far into names that begin and end alike. */
const deepest = 300

/** A way of cutting: which characters of a name are kept. */
type Cut = (characters: readonly string[]) => readonly Kept[]

/** From, inclusive, and to, exclusive. */
type Kept = readonly [number, number]

/**
 * Returns what each of some names is called where there is room for `max` characters, as people
 * count them, by the whole name: one that fits stays as it is, longer ones are cut so that they
 * can still be told apart, with `…` where something was.
 *
 * The end is cut where that suffices. Else it is the beginning, the middle or both, preferably what all names share
 * and between words: of `llama-lr3e-3-seed2` and `llama-lr3e-3-seed3` it is the front. Where no way of cutting
 * tells two names apart, they are cut alike. The order of the names does not matter.
 */
export function shortNames(names: readonly string[], max: number): ReadonlyMap<string, string> {
  const key = JSON.stringify([max, ...names])
  const known = remembered.get(key)
  if (known !== undefined) return known
  if (remembered.size >= mostRemembered) remembered.clear()
  const short = shorten(names, max)
  remembered.set(key, short)
  return short
}

/** Each of many charts names the same runs, and a tooltip does with every move. */
const remembered = new Map<string, ReadonlyMap<string, string>>()
const mostRemembered = 20

function shorten(names: readonly string[], max: number): ReadonlyMap<string, string> {
  const all = [...new Set(names)]
  const atEnd = new Map(all.map((name) => [name, shortenName(name, max)]))
  if (max < 3 || new Set(atEnd.values()).size === all.length) return atEnd
  const long = all.filter((name) => atEnd.get(name) !== name)
  const taken = new Set(all.filter((name) => atEnd.get(name) === name))
  const short = toldApart(long, max, taken)
  return new Map(all.map((name) => [name, short.get(name) ?? name]))
}

/** Cuts all alike, and once more among themselves those that still look the same. */
function toldApart(
  names: readonly string[],
  max: number,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const first = bestCut(names, max, taken)
  const clashes = groupsOf(names, first).filter((group) => group.length > 1)
  if (clashes.length === 0) return first
  const clashing = new Set(clashes.flat())
  const settled = names.filter((name) => !clashing.has(name)).map((name) => first.get(name) ?? name)
  const used = new Set([...taken, ...settled])
  const result = new Map(first)
  for (const group of clashes) {
    const again = bestCut(group, max, used)
    for (const [name, text] of again) {
      result.set(name, text)
      used.add(text)
    }
  }
  return result
}

function groupsOf(
  names: readonly string[],
  short: ReadonlyMap<string, string>,
): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const text = short.get(name) ?? name
    const group = groups.get(text)
    if (group === undefined) groups.set(text, [name])
    else group.push(name)
  }
  return [...groups.values()]
}

interface Candidate {
  readonly texts: readonly string[]
  /** How many names it tells apart from all others; nothing weighs more. */
  readonly told: number
  /** What else speaks for it, in the order of its weight; the larger is the better. */
  readonly merits: readonly number[]
}

function bestCut(
  names: readonly string[],
  max: number,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const characters = names.map(charactersOf)
  let best = partsCandidate(names, max, taken)
  for (const cut of cutsFor(characters, max)) {
    // Most ways of cutting tell fewer names apart: what else speaks for them does not matter.
    const next = candidateOf(characters, cut, { taken, least: best?.told ?? 0 })
    if (next !== null && (best === null || isBetter(next, best))) best = next
  }
  return new Map(names.map((name, place) => [name, best?.texts[place] ?? name]))
}

/** The parts in which names differ, where those fit: nothing but what is shared is lost. */
function partsCandidate(
  names: readonly string[],
  max: number,
  taken: ReadonlySet<string>,
): Candidate | null {
  const parts = differingParts(names)
  if (parts === null) return null
  const texts = parts.map((part, place) => {
    const isAtStart = names[place]?.startsWith(part) === true
    return `${isAtStart ? '' : ellipsis}${part}`
  })
  const fits = texts.every((text) => charactersOf(text).length <= max)
  if (!fits) return null
  return {
    texts,
    told: countTold(texts, taken),
    merits: [names.length, 4 * names.length, totalLength(texts)],
  }
}

/** Keeps a head and a tail of all lengths, then a window further in. */
function cutsFor(characters: readonly (readonly string[])[], max: number): readonly Cut[] {
  const cuts: Cut[] = []
  const slack = characters.length > mostCompared ? 0 : Math.min(6, max - 2)
  for (let kept = max - 1; kept >= max - 1 - slack; kept--) {
    for (let head = kept; head >= 0; head--) cuts.push(headAndTail(head, kept - head))
  }
  const longest = Math.max(...characters.map((own) => own.length))
  const last = Math.min(longest - max, deepest)
  for (let from = 1; from <= last; from++) cuts.push(windowFrom(from, max - 2))
  return cuts
}

function headAndTail(head: number, tail: number): Cut {
  return ({ length }) => [
    [0, head],
    [length - tail, length],
  ]
}

/** Near the end of a shorter name the window stays within it. */
function windowFrom(from: number, width: number): Cut {
  return ({ length }) => {
    const start = Math.min(from, length - width)
    return [[start, start + width]]
  }
}

interface Limits {
  readonly taken: ReadonlySet<string>
  /** A way of cutting that tells fewer names apart is of no use. */
  readonly least: number
}

function candidateOf(
  characters: readonly (readonly string[])[],
  cut: Cut,
  { taken, least }: Limits,
): Candidate | null {
  const own = new Set<string>()
  const texts: string[] = []
  for (const name of characters) {
    const text = textOf(name, cut(name))
    texts.push(text)
    if (!taken.has(text)) own.add(text)
    if (own.size + characters.length - texts.length < least) return null
  }
  const kept = characters.map(cut)
  const losses = characters.map((name, place) => lostOf(name, kept[place] ?? []))
  const bounds = characters.map((name, place) => countBounds(name, kept[place] ?? []))
  const merits = [mostCommon(losses), bounds.reduce((a, b) => a + b, 0), totalLength(texts)]
  return { texts, told: own.size, merits }
}

function totalLength(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0)
}

function countTold(texts: readonly string[], taken: ReadonlySet<string>): number {
  return [...new Set(texts)].filter((text) => !taken.has(text)).length
}

function textOf(characters: readonly string[], kept: readonly Kept[]): string {
  const pieces = kept.map(([from, to]) => characters.slice(from, to).join(''))
  const [first, last] = [kept[0], kept.at(-1)]
  if (kept.length === 2) return pieces.join(ellipsis)
  const before = (first?.[0] ?? 0) > 0 ? ellipsis : ''
  const after = (last?.[1] ?? 0) < characters.length ? ellipsis : ''
  return `${before}${pieces.join('')}${after}`
}

function lostOf(characters: readonly string[], kept: readonly Kept[]): string {
  let from = 0
  const lost: string[] = []
  for (const [start, end] of [...kept, [characters.length, characters.length] as const]) {
    lost.push(characters.slice(from, start).join(''))
    from = end
  }
  return lost.join('\0')
}

function mostCommon(texts: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return Math.max(...counts.values())
}

/** Counts the edges of what is kept that lie between words and not within one. */
function countBounds(characters: readonly string[], kept: readonly Kept[]): number {
  let count = 0
  for (const [from, to] of kept) {
    if (from === to || isBound(characters, from)) count++
    if (from === to || isBound(characters, to)) count++
  }
  return kept.length === 1 ? count * 2 : count
}

function isBound(characters: readonly string[], place: number): boolean {
  if (place <= 0 || place >= characters.length) return true
  const [before = '', after = ''] = [characters[place - 1], characters[place]]
  if (!isSeparator(before)) return false
  // `3e-4` is one word, and so is `2.5`.
  const isNumber = /[\d.]/.test(after) && /[e\d]/i.test(characters[place - 2] ?? '')
  return !(isNumber && /[-.]/.test(before)) && !isSeparator(after)
}

function isSeparator(character: string): boolean {
  return /^[\s\-_/.,:;=|+()[\]]$/.test(character)
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.told !== b.told) return a.told > b.told
  for (const [place, merit] of a.merits.entries()) {
    const other = b.merits[place] ?? 0
    if (merit !== other) return merit > other
  }
  return false
}
