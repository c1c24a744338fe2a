/**
 * Returns the CRC-32C (Castagnoli) of some bytes, as an unsigned number.
 *
 * @see RFC 3720, appendix B.4.
 */
export function crc32c(bytes: Uint8Array): number {
  return checksum(tableOf(0x82f63b78), bytes)
}

/** Returns the CRC-32 of some bytes, as zlib computes it. */
export function crc32(bytes: Uint8Array): number {
  return checksum(tableOf(0xedb88320), bytes)
}

function checksum(table: Uint32Array, bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (let i = 0; i < bytes.length; i++) {
    crc = (table[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return (crc ^ 0xffffffff) >>> 0
}

const tables = new Map<number, Uint32Array>()

function tableOf(polynomial: number): Uint32Array {
  const known = tables.get(polynomial)
  if (known !== undefined) return known
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
    return crc >>> 0
  })
  tables.set(polynomial, table)
  return table
}
