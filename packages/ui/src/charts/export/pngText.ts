/** The signature and the first chunk, which no other may come before. */
const headLength = 8 + 25

/**
 * Returns a PNG file with a text in it that programs show as its description.
 *
 * @see W3C, Portable Network Graphics (PNG) Specification, third edition, sections 5.3 and 11.3.3.4.
 */
export function withPngText(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  const chunk = textChunk(text)
  const written = new Uint8Array(png.length + chunk.length)
  written.set(png.subarray(0, headLength))
  written.set(chunk, headLength)
  written.set(png.subarray(headLength), headLength + chunk.length)
  return written
}

/** An `iTXt` chunk: keyword, neither compressed nor of a named language, and UTF-8. */
function textChunk(text: string): Uint8Array {
  // A zero would end the text for some readers; all else may stand in it.
  const bytes = new TextEncoder().encode(`iTXtDescription\0\0\0\0\0${text.replaceAll('\0', '')}`)
  const chunk = new Uint8Array(4 + bytes.length + 4)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, bytes.length - 4)
  chunk.set(bytes, 4)
  view.setUint32(4 + bytes.length, checksum(bytes))
  return chunk
}

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ ((rest & 1) * 0xedb88320)
  }
  return (rest ^ 0xffffffff) >>> 0
}
