/**
 * Returns the id that a run has among the runs of several sources: `sourceId:runId`, with the
 * source's own `:` and `%` escaped, so that no two runs can come to one id.
 */
export function combinedId(sourceId: string, runId: string): string {
  return `${sourceId.replaceAll('%', '%25').replaceAll(':', '%3A')}:${runId}`
}

/** Returns what `combinedId` was made from, `null` where the id is none of its kind. */
export function splitId(id: string): { readonly sourceId: string; readonly runId: string } | null {
  const at = id.indexOf(':')
  if (at < 0) return null
  const sourceId = id.slice(0, at).replaceAll('%3A', ':').replaceAll('%25', '%')
  return { sourceId, runId: id.slice(at + 1) }
}
