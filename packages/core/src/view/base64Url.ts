const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = /* @__PURE__ */ placesOf(digits)

/**
 * Returns bytes as base64 whose digits need no escaping in an address, without padding.
 *
 * @see RFC 4648, section 5.
 */
export function toBase64Url(bytes: Uint8Array): string {
  const groups: string[] = []
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const length = Math.min(bytes.length - i, 3) + 1
    groups.push(
      [18, 12, 6, 0]
        .slice(0, length)
        .map((shift) => digits.charAt((bits >> shift) & 63))
        .join(''),
    )
  }
  return groups.join('')
}

/** Returns the bytes of such a text, or `null` where it is none. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const digit of text) {
    const value = values.get(digit)
    if (value === undefined) return null
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 255
  }
  return bytes
}

function placesOf(text: string): ReadonlyMap<string, number> {
  return new Map(Array.from(text, (sign, place) => [sign, place]))
}
