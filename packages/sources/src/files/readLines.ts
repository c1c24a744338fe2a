/** A line this long is no record of metrics; what lies past it is left out. */
const maxLineLength = 4 * 1024 * 1024

/** Gives the lines of a text that comes in pieces, without their line ends. */
export async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest: string[] = []
  let length = 0
  const keep = (part: string): void => {
    if (length < maxLineLength) rest.push(part)
    length += part.length
  }
  const take = (): string => {
    const line = rest.join('')
    rest = []
    length = 0
    return line.endsWith('\r') ? line.slice(0, -1) : line
  }
  for await (const piece of pieces) {
    let start = 0
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', start)) {
      keep(piece.slice(start, end))
      start = end + 1
      yield take()
    }
    keep(piece.slice(start))
  }
  if (length > 0) yield take()
}
