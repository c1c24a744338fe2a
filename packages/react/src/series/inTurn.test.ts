import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inTurn } from './inTurn.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A job that takes so long, and is noted when it runs. */
const jobs = (ran: string[]) => (name: string, ms: number) =>
  inTurn(() => {
    ran.push(name)
    // The clock goes on, and no timer fires: as in a task that works.
    vi.setSystemTime(Date.now() + ms)
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + ms)
    return name
  })

afterEach(() => void vi.restoreAllMocks())

it('runs jobs at once while they are short, and lets the others wait for a later task', async () => {
  const ran: string[] = []
  const job = jobs(ran)
  const all = Promise.all([job('a', 3), job('b', 3), job('c', 3), job('d', 9), job('e', 1)])
  expect(ran).toEqual(['a', 'b', 'c'])
  await vi.advanceTimersToNextTimerAsync()
  expect(ran).toEqual(['a', 'b', 'c', 'd'])
  await vi.advanceTimersToNextTimerAsync()
  expect(ran).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(await all).toEqual(['a', 'b', 'c', 'd', 'e'])
})

it('rejects with what a job throws, and goes on with the next', async () => {
  const failure = new Error('no')
  const failing = inTurn(() => {
    throw failure
  })
  await expect(failing).rejects.toBe(failure)
  expect(await inTurn(() => 1)).toBe(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(vi.getTimerCount()).toBe(0)
})
