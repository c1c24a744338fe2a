const named: ReadonlyMap<number, string> = new Map([
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0d, '\\r'],
])

/** First and last code point of what a screen does not show, or what moves the text beside it. */
const hidden: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe0fff],
]

/**
 * Returns a text in which nothing is hidden: control characters, terminal colours, characters
 * without width, marks that turn the direction of text and halves of surrogate pairs are written
 * as escapes (`\n`, `\x1B`, `\u202E`). Every other character stays.
 *
 * The joiners that emoji and the scripts east of Greek are spelled with stay where they join.
 */
export function visibleText(text: string): string {
  const characters = Array.from(text)
  if (!characters.some(isHidden)) return text
  return characters
    .map((character, index) => {
      if (!isHidden(character)) return character
      return joins(characters, index) ? character : escaped(character)
    })
    .join('')
}

function isHidden(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  return hidden.some(([first, last]) => code >= first && code <= last)
}

const zeroWidthNonJoiner = '\u200c'
const zeroWidthJoiner = '\u200d'
const joined = /^[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]$/u
/** Latin, Greek and Cyrillic lie below and are never joined: there a joiner only hides. */
const firstJoinedCode = 0x590

function joins(characters: readonly string[], index: number): boolean {
  const character = characters[index]
  if (character !== zeroWidthJoiner && character !== zeroWidthNonJoiner) return false
  return isJoined(characters[index - 1]) && isJoined(characters[index + 1])
}

function isJoined(character: string | undefined): boolean {
  if (character === undefined || (character.codePointAt(0) ?? 0) < firstJoinedCode) return false
  return joined.test(character)
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const name = named.get(code)
  if (name !== undefined) return name
  const digits = code.toString(16).toUpperCase()
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\u{${digits}}`
}
