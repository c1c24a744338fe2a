/** A regular expression as a source writes it. */
export interface WrittenRegex {
  readonly source: string
  readonly flags: string
  /** From 1. */
  readonly line: number
}

/**
 * Returns the regular expressions that stand as literals in a TypeScript source.
 *
 * Reads strings, templates and comments over. A slash begins a literal where no value stands before
 * it, as everywhere in this repository's formatting; else it divides.
 */
export function findRegexes(source: string): WrittenRegex[] {
  const found: WrittenRegex[] = []
  /** The depth of braces at which each open template goes on. */
  const templates: number[] = []
  let depth = 0
  let before = ''
  let at = source.startsWith('#!') ? endOf(source, '\n', 0) : 0
  while (at < source.length) {
    const character = source.charAt(at)
    const next = source.charAt(at + 1)
    if (character === '/' && next === '/') at = endOf(source, '\n', at)
    else if (character === '/' && next === '*') at = endOf(source, '*/', at) + 1
    else if (character === "'" || character === '"') at = stringEnd(source, at, character)
    else if (character === '`' || (character === '}' && templates.at(-1) === depth)) {
      if (character === '}') templates.pop()
      at = templateEnd(source, at)
      if (source[at] === '{') templates.push(depth)
    } else if (character === '/' && !endsInValue(before)) {
      const end = regexEnd(source, at)
      const flags = /^[a-z]*/.exec(source.slice(end + 1))?.[0] ?? ''
      found.push({ source: source.slice(at + 1, end), flags, line: lineAt(source, at) })
      at = end + flags.length
    } else if (character === '{') depth += 1
    else if (character === '}') depth -= 1
    if (character.trim() !== '' && !(character === '/' && (next === '/' || next === '*'))) {
      before = (before + character).slice(-8)
    } else if (/\w$/.test(before)) before = `${before} `.slice(-8)
    at += 1
  }
  return found
}

/** Whether what was read last is a value, so that a slash behind it divides. */
function endsInValue(before: string): boolean {
  const text = before.trimEnd()
  if (/(?:^|\W)(?:return|typeof|case|of|in)$/.test(text)) return false
  return /[\w$)\]'"`]$/.test(text)
}

function endOf(source: string, text: string, from: number): number {
  const at = source.indexOf(text, from + 1)
  return at === -1 ? source.length : at
}

function stringEnd(source: string, from: number, quote: string): number {
  let at = from + 1
  while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1
  return at
}

/** The backtick that ends the template, or the brace that opens a value in it. */
function templateEnd(source: string, from: number): number {
  let at = from + 1
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '$' && source[at + 1] === '{') return at + 1
    at += source[at] === '\\' ? 2 : 1
  }
  return at
}

function regexEnd(source: string, from: number): number {
  let at = from + 1
  let isInClass = false
  while (at < source.length && (isInClass || source[at] !== '/')) {
    if (source[at] === '[') isInClass = true
    if (source[at] === ']') isInClass = false
    at += source[at] === '\\' ? 2 : 1
  }
  return at
}

function lineAt(source: string, at: number): number {
  return source.slice(0, at).split('\n').length
}
