const ellipsis = '…'

/** The parts of a structured name and what stands before each. */
interface Part {
  readonly before: string
  readonly word: string
}

/** Longer names are no names that somebody built of parts. */
const maxLength = 400

/**
 * Returns what differs between names that are built of parts, in their order: of `gpt-lr3e-4-seed1`
 * and `gpt-lr3e-4-seed2` it is `seed1` and `seed2`. `null` where the names share no part, where they
 * are not built alike, or where what is left would not tell each from all others.
 *
 * Parts are cut at `-`, `_`, `/`, `,`, `=`, `:`, `|`, `.` and spaces, but never within a number such as `3e-4` or
 * `2.5`; a number keeps the word before it. What two kept parts have between them is `…`.
 */
export function differingParts(names: readonly string[]): readonly string[] | null {
  const whole = new Set(names)
  if (whole.size < 2 || names.some((name) => name.length > maxLength)) return null
  const parts = names.map(partsOf)
  const kept = sameLength(parts) ? keptPlaces(parts) : null
  const short = kept === null ? withoutShared(parts) : parts.map((own) => textOf(own, kept))
  if (short === null || short.some((text) => text.trim() === '')) return null
  return new Set(short).size === whole.size ? short : null
}

function partsOf(name: string): readonly Part[] {
  const separator = /(?:(?<!\de)-|(?<!\d)\.|\.(?!\d)|[_/,=:| ])+/gi
  const parts: Part[] = []
  let from = 0
  let before = ''
  for (const match of name.matchAll(separator)) {
    parts.push({ before, word: name.slice(from, match.index) })
    before = match[0]
    from = match.index + before.length
  }
  return [...parts, { before, word: name.slice(from) }]
}

function sameLength(parts: readonly (readonly Part[])[]): boolean {
  return new Set(parts.map((own) => own.length)).size === 1
}

/** Returns the places at which the names differ, `null` where that is everywhere. */
function keptPlaces(parts: readonly (readonly Part[])[]): readonly number[] | null {
  const [first = []] = parts
  const differs = first.map((_, place) => new Set(parts.map((own) => wordAt(own, place))).size > 1)
  const kept = first.flatMap((_, place) => {
    const isWordOfNumber = differs[place + 1] === true && parts.some((p) => isBare(p, place + 1))
    return differs[place] === true || isWordOfNumber ? [place] : []
  })
  return kept.length === first.length ? null : kept
}

/** A number alone says nothing without the word before it. */
function isBare(parts: readonly Part[], place: number): boolean {
  return /^[\d.]/.test(wordAt(parts, place))
}

function wordAt(parts: readonly Part[], place: number): string {
  return parts[place]?.word ?? ''
}

function textOf(parts: readonly Part[], kept: readonly number[]): string {
  return kept
    .map((place, index) => {
      const isNext = index > 0 && kept[index - 1] === place - 1
      const gap = index === 0 ? '' : ellipsis
      return `${isNext ? (parts[place]?.before ?? '') : gap}${wordAt(parts, place)}`
    })
    .join('')
}

/** Names of different lengths may still begin and end alike. */
function withoutShared(parts: readonly (readonly Part[])[]): readonly string[] | null {
  const shortest = parts.reduce((least, own) => Math.min(least, own.length), Infinity)
  const head = countShared(parts, shortest - 1, (own, place) => wordAt(own, place))
  const tail = countShared(parts, shortest - 1 - head, (own, place) =>
    wordAt(own, own.length - 1 - place),
  )
  if (head + tail === 0) return null
  return parts.map((own) => {
    const from = head > 0 && isBare(own, head) ? head - 1 : head
    const left = own.slice(from, own.length - tail)
    return left.map(({ before, word }, place) => (place === 0 ? word : before + word)).join('')
  })
}

function countShared(
  parts: readonly (readonly Part[])[],
  most: number,
  read: (own: readonly Part[], place: number) => string,
): number {
  for (let place = 0; place < most; place++) {
    if (new Set(parts.map((own) => read(own, place))).size > 1) return place
  }
  return Math.max(0, most)
}
