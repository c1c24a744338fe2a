import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StoreFixture } from './storeFixture.ts'

/** What a store does with what runs print. */
export function describeLogs(at: StoreFixture): void {
  it('keeps every byte once, however a log is cut, overlaps and comes again', async () => {
    const log = fc.uint8Array({ maxLength: 300 })
    const cuts = fc.array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 300 })), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(log, cuts, async (bytes, ends) => {
        const runId = await at.saveRun({ id: at.freshId() })
        const append = (from: number, to: number): Promise<number> =>
          at.store.appendLog(runId, { offset: from, bytes: bytes.subarray(from, to) })
        let size = 0
        for (const [a, b] of ends) {
          const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), bytes.length)]
          const isHole = from > size
          size = isHole ? size : Math.max(size, to)
          const outcome = await append(from, to).catch((error: { code?: string }) => error.code)
          expect(outcome).toBe(isHole ? 'bad-option' : size)
        }
        const whole = bytes.slice(0, size)
        expect(await at.store.readLog(runId)).toEqual({ offset: 0, bytes: whole, size })
        for (const [from, maxBytes] of ends) {
          const offset = Math.min(from, size)
          const part = whole.slice(offset, offset + maxBytes)
          const read = await at.store.readLog(runId, { from, maxBytes })
          expect(read).toEqual({ offset, bytes: part, size })
        }
      }),
      { numRuns: at.trials(40) },
    )
  })

  it('keeps what is no text: cut characters, bytes that no encoding has, and zeros', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const bytes = Uint8Array.of(0xc3, 0x28, 0, 0xff, 0xfe, 0xed, 0xa0, 0x80, 13, 10, 0)
    await at.store.appendLog(runId, { offset: 0, bytes })
    expect(Array.from((await at.store.readLog(runId)).bytes)).toEqual(Array.from(bytes))
  })

  it('reads any part of a long log', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const bytes = Uint8Array.from({ length: 300_000 }, (_, i) => (i * i) % 251)
    await at.store.appendLog(runId, { offset: 0, bytes: bytes.subarray(0, 100_001) })
    expect(await at.store.appendLog(runId, { offset: 50_000, bytes: bytes.subarray(50_000) })).toBe(
      300_000,
    )
    for (const [from, maxBytes] of [
      [0, 300_000],
      [65_535, 2],
      [100_000, 1],
      [131_072, 65_536],
      [299_999, 100],
    ] as const) {
      const read = await at.store.readLog(runId, { from, maxBytes })
      expect(Buffer.compare(read.bytes, bytes.subarray(from, from + maxBytes))).toBe(0)
    }
  })

  it('refuses a hole and leaves the log as it was', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const bytes = Uint8Array.of(1, 2)
    await at.store.appendLog(runId, { offset: 0, bytes })
    for (const offset of [3, -1, 0.5, NaN, Infinity]) {
      const refused = at.store.appendLog(runId, { offset, bytes })
      await expect(refused).rejects.toMatchObject({ code: 'bad-option' })
    }
    expect(await at.store.readLog(runId)).toEqual({ offset: 0, bytes, size: 2 })
    const nothing = at.store.readLog(runId, { from: -1 })
    await expect(nothing).rejects.toMatchObject({ code: 'bad-option' })
  })

  it('keeps the logs of two runs apart, and has none of an unknown one', async () => {
    const [one, two] = [await at.saveRun({ id: 'a' }), await at.saveRun({ id: 'b' })]
    await at.store.appendLog(one, { offset: 0, bytes: Uint8Array.of(1) })
    expect((await at.store.readLog(two)).size).toBe(0)
    const lost = { code: 'not-found' }
    await expect(at.store.readLog('nobody')).rejects.toMatchObject(lost)
    const added = at.store.appendLog('nobody', { offset: 0, bytes: Uint8Array.of(1) })
    await expect(added).rejects.toMatchObject(lost)
  })

  it('has after a crash what of a log was acknowledged', async () => {
    const runId = await at.saveRun({ id: 'a' })
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256)
    await at.store.appendLog(runId, { offset: 0, bytes })
    const found = await at.under.crash()
    expect(Buffer.compare((await found.readLog(runId)).bytes, bytes)).toBe(0)
  })
}
