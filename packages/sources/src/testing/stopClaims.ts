import { expect } from 'vitest'
import { readAllRuns, type Claim } from './sourceUnderTest.ts'

/** How every source lets go. */
export const stopClaims: readonly Claim[] = [
  [
    'rejects with the reason of a signal that aborted before',
    async ({ source, metric }) => {
      const reason = new Error('called off')
      const signal = AbortSignal.abort(reason)
      await expect(source.listRuns({}, { signal })).rejects.toBe(reason)
      const answer = source.readSeries([{ runId: 'any', metric }], { signal })
      await expect(answer).rejects.toBe(reason)
    },
  ],
  [
    'rejects with the reason of a signal that aborts meanwhile, and works again after that',
    async ({ source, metric }) => {
      const reason = new Error('called off')
      const listing = new AbortController()
      const list = source.listRuns({}, { signal: listing.signal })
      listing.abort(reason)
      await expect(list).rejects.toBe(reason)

      const [run] = await readAllRuns(source)
      const reading = new AbortController()
      const request = { runId: run?.id ?? '', metric }
      const read = source.readSeries([request], { signal: reading.signal })
      reading.abort(reason)
      await expect(read).rejects.toBe(reason)
      expect(await source.readSeries([request])).toHaveLength(1)
    },
  ],
  [
    'does not mind that others call off what they share with it',
    async ({ source }) => {
      const controller = new AbortController()
      const off = source.listRuns({}, { signal: controller.signal }).catch(() => 'called off')
      const on = source.listRuns({})
      controller.abort()
      expect(await off).toBe('called off')
      expect((await on).runs.length).toBeGreaterThan(0)
    },
  ],
  [
    'stops watching as often as it is told to, where it can watch at all',
    async ({ source }) => {
      const stop = source.watch?.({}, () => {})
      stop?.()
      expect(() => stop?.()).not.toThrow()
    },
  ],
]
