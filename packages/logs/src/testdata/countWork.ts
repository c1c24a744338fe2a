/**
 * Returns how many characters of text are looked at while `work` runs.
 *
 * Counted instead of timed, so that a test of the cost cannot fail on a busy machine.
 */
export function countWork(work: () => void): number {
  const { charCodeAt, charAt, indexOf, includes } = String.prototype
  let count = 0
  const distance = (text: string, from: number, found: number): number =>
    (found === -1 ? text.length : found) - Math.min(from, text.length) + 1

  Object.assign(String.prototype, {
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
  })
  try {
    work()
  } finally {
    Object.assign(String.prototype, { charCodeAt, charAt, indexOf, includes })
  }
  return count
}
