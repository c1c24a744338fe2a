/** Shares of the font size, as wide as the widest of the usual fonts has them. */
const shares = [
  { letters: 'iljtfr.,:;\'"|!()[]/ ', share: 0.42 },
  { letters: 'mwMW@%&', share: 1.02 },
  { letters: 'ABCDEFGHIJKLNOPQRSTUVXYZ', share: 0.78 },
].flatMap(({ letters, share }) => Array.from(letters, (letter) => [letter, share] as const))
const shareOf: ReadonlyMap<string, number> = new Map(shares)
const usualShare = 0.65
const wideShare = 1.04

/** The first code point of the scripts whose letters are as wide as they are high. */
const firstWideCode = 0x1100

/** Returns about how wide a text is, in the unit of the font size: without fonts no one can know. */
export function textWidth(text: string, size: number): number {
  let sum = 0
  for (const character of text) sum += shareOf.get(character) ?? otherShare(character)
  return sum * size
}

function otherShare(character: string): number {
  const code = character.codePointAt(0) ?? 0
  const isPunctuation = code >= 0x2000 && code < 0x2100
  return code >= firstWideCode && !isPunctuation ? wideShare : usualShare
}

/** Returns a text in lines of at most a width; a word that is longer than a line is broken. */
export function wrapText(text: string, width: number, size: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (textWidth(longer, size) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    const pieces = broken(word, width, size)
    lines.push(...pieces.slice(0, -1))
    line = pieces.at(-1) ?? ''
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line]
}

function broken(word: string, width: number, size: number): readonly string[] {
  const pieces: string[] = ['']
  for (const character of word) {
    const longer = `${pieces.at(-1) ?? ''}${character}`
    if (longer !== character && textWidth(longer, size) > width) pieces.push(character)
    else pieces[pieces.length - 1] = longer
  }
  return pieces
}
