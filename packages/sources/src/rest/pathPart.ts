/** Returns an id as one part of a path; `null` for those that can be none, and so are of no run. */
export function pathPart(id: string): string | null {
  // However they are written, a URL takes these for "here" and "above".
  if (id === '' || id === '.' || id === '..') return null
  try {
    return encodeURIComponent(id)
  } catch {
    // A lone surrogate.
    return null
  }
}
