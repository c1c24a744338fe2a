/** What is known of columns, by where in memory they begin: one place for all views of a growing one. */
export interface ColumnMemory<Known> {
  readonly get: (column: Float64Array) => Known | undefined
  readonly set: (column: Float64Array, known: Known) => void
}

/** Returns a memory that forgets with the columns: several that lie in one buffer do not mix. */
export function columnMemory<Known>(): ColumnMemory<Known> {
  const byBuffer = new WeakMap<ArrayBufferLike, Map<number, Known>>()
  return {
    get: ({ buffer, byteOffset }) => byBuffer.get(buffer)?.get(byteOffset),
    set({ buffer, byteOffset }, known) {
      const ofBuffer = byBuffer.get(buffer) ?? new Map<number, Known>()
      byBuffer.set(buffer, ofBuffer.set(byteOffset, known))
    },
  }
}
