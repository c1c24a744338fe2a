/** So many characters of names fit into one URL beside everything else, whatever stands between. */
const maxLength = 6000

/** Cuts a list of names into parts that each fit into the query of one request. */
export function chunkNames(names: readonly string[]): readonly (readonly string[])[] {
  const chunks: string[][] = []
  let length = Infinity
  for (const name of names) {
    const own = new URLSearchParams({ metric_type: name }).toString().length + 1
    length += own
    if (length > maxLength) {
      chunks.push([])
      length = own
    }
    chunks.at(-1)?.push(name)
  }
  return chunks
}
