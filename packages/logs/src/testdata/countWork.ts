/**
 * Returns how many characters of text are looked at while `work` runs.
 *
 * Counted instead of timed, so that a test of the cost cannot fail on a busy machine. A regular
 * expression counts what lies between where it began and where it ended; that it looks at this a
 * bounded number of times is known of every one of ours.
 */
export function countWork(work: () => void): number {
  const text = String.prototype
  const { charCodeAt, charAt, indexOf, includes, lastIndexOf, startsWith } = text
  const { exec } = RegExp.prototype
  let count = 0
  const distance = (searched: string, from: number, found: number): number =>
    (found === -1 ? searched.length : found) - Math.min(from, searched.length) + 1

  Object.assign(text, {
    charCodeAt(this: string, at: number): number {
      count += 1
      return charCodeAt.call(this, at)
    },
    charAt(this: string, at: number): string {
      count += 1
      return charAt.call(this, at)
    },
    indexOf(this: string, search: string, from = 0): number {
      const found = indexOf.call(this, search, from)
      count += distance(this, from, found)
      return found
    },
    includes(this: string, search: string, from = 0): boolean {
      const found = indexOf.call(this, search, from)
      count += distance(this, from, found)
      return found !== -1
    },
    lastIndexOf(this: string, search: string, from = this.length): number {
      const found = lastIndexOf.call(this, search, from)
      count += Math.min(from, this.length) - Math.max(found, 0) + 1
      return found
    },
    startsWith(this: string, search: string, from = 0): boolean {
      count += 1
      return startsWith.call(this, search, from)
    },
  })
  Object.assign(RegExp.prototype, {
    exec(this: RegExp, searched: string): RegExpExecArray | null {
      const from = this.global || this.sticky ? this.lastIndex : 0
      const match = exec.call(this, searched)
      // Tried in one place alone, and given up there.
      const isAnchored = this.sticky || this.source.startsWith('^')
      const end = match === null ? searched.length : match.index + match[0].length
      count += isAnchored && match === null ? 1 : end - from + 1
      return match
    },
  })
  try {
    work()
  } finally {
    Object.assign(text, { charCodeAt, charAt, indexOf, includes, lastIndexOf, startsWith })
    Object.assign(RegExp.prototype, { exec })
  }
  return count
}
