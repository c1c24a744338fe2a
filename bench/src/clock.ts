/** How long one measure of one chart may take, and what is measured even past that. */
const budgetMs = 5000
const fewest = 3
/** How long after a picture a chart may still change it. */
const settlingMs = 20
/**
 * Longer, with what settling takes, than any chart's throttle of the pointer, so that each move is
 * answered; and longer than a frame of a screen, which Chromium waits for after an empty one.
 */
const betweenMs = 40

/** Ends when what was asked before has been drawn and handed to the screen. */
export function presented(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.addEventListener('message', () => resolve(), { once: true })
      port1.start()
      port2.postMessage(null)
    })
  })
}

export function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}

/** Milliseconds from the start of the work to the next presented picture. */
async function timeToFrame(work: () => void): Promise<number> {
  const start = performance.now()
  work()
  await presented()
  return performance.now() - start
}

/**
 * Milliseconds from the start of the work to its presented picture. Where the page changes once
 * more soon after, the picture was not finished, and what that took counts too.
 */
export async function timeToPicture(work: () => unknown): Promise<number> {
  const start = performance.now()
  work()
  await presented()
  let end = performance.now()
  const countMore = async (): Promise<void> => {
    await presented()
    end = performance.now()
  }
  const observer = new MutationObserver(() => void countMore())
  observer.observe(document.body, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  })
  await wait(settlingMs)
  observer.disconnect()
  return end - start
}

/**
 * Times work again and again, one picture right after the other: what a chart puts off to a later
 * frame meets it in the next time.
 */
export async function timeInARow(
  times: number,
  prepare: (i: number) => () => void,
): Promise<readonly number[]> {
  return await repeat(times, (i) => timeToFrame(prepare(i)))
}

/** Times work on a page at rest. */
export async function timeApart(
  times: number,
  prepare: (i: number) => () => void,
): Promise<readonly number[]> {
  return await repeat(times, async (i) => {
    await wait(betweenMs)
    return await timeToPicture(prepare(i))
  })
}

/** Repeats until enough is known or too much time is gone. */
async function repeat(
  times: number,
  one: (i: number) => Promise<number>,
): Promise<readonly number[]> {
  const taken: number[] = []
  const end = performance.now() + budgetMs
  for (let i = 0; i < times && (i < fewest || performance.now() < end); i++) {
    taken.push(await one(i))
  }
  return taken
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}
