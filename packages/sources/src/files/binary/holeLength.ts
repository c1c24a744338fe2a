/** Returns how many zeros a file begins with, in bytes. */
export async function holeLength(blob: Blob, signal: AbortSignal): Promise<number> {
  const reader = blob.stream().getReader()
  let length = 0
  try {
    for (;;) {
      signal.throwIfAborted()
      const { done, value } = await reader.read()
      if (done) return length
      const end = value.findIndex((byte) => byte !== 0)
      if (end >= 0) return length + end
      length += value.length
    }
  } finally {
    await reader.cancel()
  }
}
