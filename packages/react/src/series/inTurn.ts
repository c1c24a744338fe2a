/** How long one task may work before the page gets its turn, in milliseconds. */
const turnMs = 8

let startedAtMs: number | null = null
const waiting: (() => void)[] = []

/**
 * Returns what a job gives, which runs at once unless the jobs of this task have taken their time;
 * then it waits for a later task. Answers of many runs come in one task, and the first that is put
 * at the end of a long series copies all of it: together they would hold up the page.
 *
 * Errors: rejects with what the job throws.
 */
export function inTurn<Result>(job: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    waiting.push(() => {
      try {
        resolve(job())
      } catch (error) {
        reject(error)
      }
    })
    work()
  })
}

function work(): void {
  startedAtMs ??= beginTurn()
  while (performance.now() - startedAtMs < turnMs) {
    const next = waiting.shift()
    if (next === undefined) return
    next()
  }
}

function beginTurn(): number {
  setTimeout(() => {
    startedAtMs = null
    if (waiting.length > 0) work()
  }, 0)
  return performance.now()
}
