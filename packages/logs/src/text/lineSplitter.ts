/** Cuts a text that comes in chunks into the stretches between its line ends. */
export interface LineSplitter {
  push(chunk: string): void
  /** Hands out the last stretch, which had no line end. */
  end(): void
}

/** Gets one stretch of text; `isCut` where it was longer than the limit and only its head is here. */
export type OnLine = (text: string, number: number, isCut: boolean) => void

/**
 * Returns a splitter that calls back for every stretch that is not empty.
 *
 * Both `\n` and `\r` end a stretch, since progress bars overwrite themselves with `\r`; only `\n`
 * counts as a line, so that `\r\n` is one line end and a number can be found in an editor.
 * Costs time linear in the text and memory for at most `maxLength` characters.
 */
export function createLineSplitter(maxLength: number, onLine: OnLine): LineSplitter {
  let parts: string[] = []
  let keptLength = 0
  let isCut = false
  let number = 1

  const keep = (chunk: string, from: number, to: number): void => {
    const room = maxLength - keptLength
    if (to - from > room) isCut = true
    const end = Math.min(to, from + room)
    if (end <= from) return
    parts.push(chunk.slice(from, end))
    keptLength += end - from
  }

  const finish = (): void => {
    if (keptLength > 0) onLine(parts.join(''), number, isCut)
    parts = []
    keptLength = 0
    isCut = false
  }

  /** A line that ends in this chunk, and nearly always began in it. */
  const finishIn = (chunk: string, from: number, to: number): void => {
    if (keptLength === 0 && to - from <= maxLength) {
      if (to > from) onLine(chunk.slice(from, to), number, false)
      return
    }
    keep(chunk, from, to)
    finish()
  }

  return {
    push(chunk) {
      let from = 0
      let feed = chunk.indexOf('\n')
      let carriage = chunk.indexOf('\r')
      while (feed !== -1 || carriage !== -1) {
        const isFeed = carriage === -1 || (feed !== -1 && feed < carriage)
        const at = isFeed ? feed : carriage
        finishIn(chunk, from, at)
        from = at + 1
        // Each kind is looked for anew only once it is passed: looking for both would be quadratic.
        if (isFeed) {
          number += 1
          feed = chunk.indexOf('\n', from)
        } else {
          carriage = chunk.indexOf('\r', from)
        }
      }
      keep(chunk, from, chunk.length)
    },
    end() {
      finish()
    },
  }
}
