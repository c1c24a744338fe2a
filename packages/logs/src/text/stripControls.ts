import { codeAt } from './codeAt.ts'

const NUL = 0x00
const BELL = 0x07
const BACKSPACE = 0x08
const ESCAPE = 0x1b
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const CSI = 0x9b
const BYTE_ORDER_MARK = 0xfeff

const controls = Array.from([NUL, BELL, BACKSPACE, ESCAPE, CSI, BYTE_ORDER_MARK], (code) =>
  String.fromCharCode(code),
)

/**
 * Returns whether a text holds anything that `stripControls` would take out. Asked of a whole chunk
 * it is much quicker than looking at each line of it.
 */
export function holdsControls(text: string): boolean {
  return controls.some((control) => text.includes(control))
}

/**
 * Returns one line without what a terminal would not show: escape sequences (colours, cursor moves,
 * window titles), bells and backspaces, byte order marks, and the NUL characters that are left
 * where UTF-16 was read as UTF-8. Costs time linear in the line.
 */
export function stripControls(text: string): string {
  const first = nextControl(text, 0)
  if (first === text.length) return text
  const parts = [text.slice(0, first)]
  let at = first
  while (at < text.length) {
    const from = skipControl(text, at)
    at = nextControl(text, from)
    parts.push(text.slice(from, at))
  }
  return parts.join('')
}

function nextControl(text: string, from: number): number {
  let at = from
  while (at < text.length && !isControl(text.charCodeAt(at))) at += 1
  return at
}

function isControl(code: number): boolean {
  // Two comparisons settle nearly every character.
  if (code > ESCAPE && code < CSI) return false
  return (
    code === ESCAPE ||
    code === NUL ||
    code === BELL ||
    code === BACKSPACE ||
    code === CSI ||
    code === BYTE_ORDER_MARK
  )
}

function skipControl(text: string, at: number): number {
  const code = codeAt(text, at)
  if (code === CSI) return skipParameters(text, at + 1)
  return code === ESCAPE ? skipEscape(text, at + 1) : at + 1
}

function skipEscape(text: string, at: number): number {
  const code = codeAt(text, at)
  if (code === OPEN_BRACKET) return skipParameters(text, at + 1)
  if (code === CLOSE_BRACKET) return skipTitle(text, at + 1)
  if (isCharacterSet(code)) return Math.min(at + 2, text.length)
  return code >= 0x30 && code <= 0x5f ? at + 1 : at
}

/** The rest of `ESC [`: parameters, then a letter. A sequence that was cut off takes no letter. */
function skipParameters(text: string, from: number): number {
  let at = from
  while (at < text.length && isParameter(codeAt(text, at))) at += 1
  return isFinal(codeAt(text, at)) ? at + 1 : at
}

function isParameter(code: number): boolean {
  return code >= 0x30 && code <= 0x3f
}

// The standard allows `{` to `}` as well; no terminal uses them, and a dict may follow a cut `ESC [`.
function isFinal(code: number): boolean {
  return (code >= 0x40 && code <= 0x7a) || code === 0x7e
}

/** The rest of `ESC ]`, up to a bell or `ESC \`; only the opening where neither follows. */
function skipTitle(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = codeAt(text, at)
    if (code === BELL) return at + 1
    if (code === ESCAPE) return codeAt(text, at + 1) === BACKSLASH ? at + 2 : from
    at += 1
  }
  return from
}

/** `ESC (`, `ESC )`, `ESC *`, `ESC +`: the next character names a character set. */
function isCharacterSet(code: number): boolean {
  return code >= 0x28 && code <= 0x2b
}
