const replacement = '\ufffd'

/**
 * Returns a text as it is written within an XML element or a quoted attribute. What XML cannot hold
 * (control characters, halves of surrogate pairs) becomes U+FFFD.
 *
 * @see W3C, Extensible Markup Language (XML) 1.0, fifth edition, section 2.2, production 2.
 */
export function xmlText(text: string): string {
  return Array.from(text, (character) => escapes.get(character) ?? allowed(character)).join('')
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
  // A reader would make a line end or a space of these.
  ['\t', '&#9;'],
  ['\n', '&#10;'],
  ['\r', '&#13;'],
])

function allowed(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const isControl = code < 0x20
  const isHalf = code >= 0xd800 && code <= 0xdfff
  return isControl || isHalf || code === 0xfffe || code === 0xffff ? replacement : character
}
