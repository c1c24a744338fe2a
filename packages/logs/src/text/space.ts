/** Returns the first place from `from` on, and before `end`, where no white space stands. */
export function spaceEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end && isSpace(text.charCodeAt(at))) at += 1
  return at
}

/** Returns the place from which on there is nothing but white space up to `end`; at least `from`. */
export function spaceStart(text: string, from: number, end: number): number {
  let at = end
  while (at > from && isSpace(text.charCodeAt(at - 1))) at -= 1
  return at
}

/** Whether `trim` takes it away. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  return code === 0xa0 || (code >= 0x1680 && String.fromCharCode(code).trim() === '')
}
