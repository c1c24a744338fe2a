const ellipsis = '…'
/** More code units than this in one grapheme is a pile of marks, not a letter of any script. */
const longestGrapheme = 16

/**
 * Returns a name of at most `max` characters, as people count them: one that is longer is cut at
 * the end of a character and closed by `…`, which counts as one.
 *
 * Piles of combining marks are cut as well, so that a short name is short in memory too.
 */
export function shortenName(name: string, max: number): string {
  if (name.length <= max) return name
  const kept: string[] = []
  for (const { segment } of graphemes().segment(name)) {
    if (kept.length === max) return `${kept.slice(0, Math.max(0, max - 1)).join('')}${ellipsis}`
    kept.push(cutMarks(segment))
  }
  return kept.join('')
}

/**
 * Returns a name of at most `max` characters that keeps its beginning and its end, with `…` where
 * its middle was: the names of a sweep differ in their last characters.
 */
export function shortenMiddle(name: string, max: number): string {
  if (name.length <= max) return name
  const all = charactersOf(name)
  if (all.length <= max) return all.join('')
  const tail = Math.floor((max - 1) / 2)
  const head = all.slice(0, max - 1 - tail).join('')
  return `${head}${ellipsis}${all.slice(all.length - tail).join('')}`
}

/** Returns the characters of a text, as people count them. */
export function charactersOf(text: string): readonly string[] {
  // Nearly every name is of these alone, each of which is a character.
  if (/^[ -~]*$/.test(text)) return text.split('')
  return Array.from(graphemes().segment(text), ({ segment }) => cutMarks(segment))
}

function cutMarks(grapheme: string): string {
  if (grapheme.length <= longestGrapheme) return grapheme
  return Array.from(grapheme.slice(0, longestGrapheme), dropLoneSurrogate).join('')
}

/** The cut may have gone through a pair. */
function dropLoneSurrogate(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return code >= 0xd800 && code <= 0xdfff ? '' : character
}

let segmenter: Intl.Segmenter | null = null

/** Where graphemes end does not depend on the locale; one is fixed so that nothing else can. */
function graphemes(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return segmenter
}
