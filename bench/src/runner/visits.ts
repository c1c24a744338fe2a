import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright'
import type { LongTasks, Times } from '../page.ts'
import { caseName, type BenchCase, type Peer } from '../peers.ts'

/** A visit that takes longer is called off, and its cells hold a dash, as where a chart fails. */
const visitBudgetMs = 90_000
/** Two columns of eight bytes: what the points of a run with its own steps take. */
const bytesPerPoint = 16

/** Visits the bench page, each time afresh, so that no chart meets what another left behind. */
export interface Visits {
  /** What one chart takes in one case; `null` where that is too long. */
  readonly times: (peer: Peer, own: BenchCase, picture: string | null) => Promise<Times | null>
  /** What a chart holds after its mount, as a multiple of the raw columns. */
  readonly memory: (peer: Peer, own: BenchCase) => Promise<number | null>
  readonly longTasks: (peer: Peer, own: BenchCase) => Promise<LongTasks | null>
}

export function visitsOf(browser: Browser, url: string): Visits {
  const visit = async <T>(
    { name }: Peer,
    { runs, points }: BenchCase,
    work: (page: Page) => Promise<T>,
  ): Promise<T | null> => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 700 } })
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    const whole = async (): Promise<T> => {
      await page.goto(url)
      await page.waitForFunction(() => 'bench' in window)
      await page.evaluate(([n, r, p]) => window.bench.prepare(n, r, p), [
        name,
        runs,
        points,
      ] as const)
      return await work(page)
    }
    try {
      const answer = await within(visitBudgetMs, whole())
      if (faults.length > 0) throw new Error(faults.join('; '))
      return answer
    } catch (error) {
      // One chart that gives up under so many points must not take an hour's work of the others.
      console.error(`${name} failed: ${String(error)}`)
      return null
    } finally {
      await page.close()
    }
  }
  return {
    times: (peer, own, pictures) =>
      visit(peer, own, async (page) => {
        const times = await page.evaluate(() => window.bench.measure())
        if (pictures !== null) {
          await page.screenshot({ path: join(pictures, `${caseName(own)}-${peer.name}.png`) })
        }
        return times
      }),
    memory: (peer, own) =>
      visit(peer, own, async (page) => {
        const session = await page.context().newCDPSession(page)
        const before = await heldBytes(session)
        await page.evaluate(() => window.bench.show())
        const after = await heldBytes(session)
        return (after - before) / (own.runs * own.points * bytesPerPoint)
      }),
    longTasks: (peer, own) =>
      visit(peer, own, async (page) => {
        await page.evaluate(() => window.bench.show())
        return await page.evaluate(() => window.bench.watchLongTasks())
      }),
  }
}

/** The JavaScript heap and the array buffers, after everything unreachable is gone. */
async function heldBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.collectGarbage')
  // The types of Playwright do not know the array buffers' part yet.
  const usage: { usedSize: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage')
  return usage.usedSize + (usage.backingStorageSize ?? 0)
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const timeout = new AbortController()
  // Work that is called off ends in a rejection that nobody waits for any more.
  work.catch(() => {})
  try {
    return await Promise.race([work, setTimeout(ms, null, { signal: timeout.signal })])
  } finally {
    timeout.abort()
  }
}
