/**
 * Returns the code of the character at a place, or -1 where the text has none.
 *
 * Scanners that look past the end of a text have it checked here: asked for a character that is not
 * there even once, an engine reads all others several times more slowly from then on.
 */
export function codeAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : -1
}
