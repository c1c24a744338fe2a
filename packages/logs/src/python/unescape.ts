const escape = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))/g

const named: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
])

/** Returns the text of a Python or JSON string as written between its quotes. */
export function unescapeString(written: string): string {
  if (!written.includes('\\')) return written
  return written.replace(
    escape,
    (whole: string, byte?: string, short?: string, long?: string, single = '') => {
      const digits = byte ?? short ?? long
      if (digits === undefined) return named.get(single) ?? single
      const code = Number.parseInt(digits, 16)
      return code > 0x10ffff ? whole : String.fromCodePoint(code)
    },
  )
}
