import { createHash } from 'node:crypto'

/**
 * Returns a UUID made from names: the same names give the same id, and no id holds anything of a
 * name, so that a name can never become part of a path or an address.
 *
 * @see RFC 9562, section 5.8 (UUID version 8, here cut from SHA-256).
 */
export function nameBasedId(...names: readonly string[]): string {
  const text = JSON.stringify(['runoff', ...names])
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}
