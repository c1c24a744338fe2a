import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runStyles, styleOfSlot } from './runStyle.ts'

const ids = fc.uniqueArray(fc.oneof(fc.string(), fc.constantFrom('__proto__', '', '\u202Ea')), {
  maxLength: 30,
})
const slotOf = (runIds: readonly string[], runId: string): number | undefined =>
  runStyles(runIds).get(runId)?.slot

describe('runStyles', () => {
  it('gives a run the slot it has alone, wherever nobody before it took that slot', () => {
    fc.assert(
      fc.property(ids, (runIds) => {
        const styles = runStyles(runIds)
        const free = runIds.filter((runId, index) => {
          const before = runIds.slice(0, index).map((id) => styles.get(id)?.slot)
          return !before.includes(slotOf([runId], runId))
        })
        expect(free.map((runId) => styles.get(runId)?.slot)).toEqual(
          free.map((runId) => slotOf([runId], runId)),
        )
      }),
    )
  })

  it('never changes the runs before one that is added at the end', () => {
    fc.assert(
      fc.property(ids, fc.string(), (runIds, added) => {
        const before = runStyles(runIds)
        const after = runStyles([...runIds, added])
        for (const runId of runIds) expect(after.get(runId)).toEqual(before.get(runId))
      }),
    )
  })

  it('gives no two runs the same slot', () => {
    fc.assert(
      fc.property(ids, (runIds) => {
        const slots = Array.from(runStyles(runIds).values(), ({ slot }) => slot)
        expect(new Set(slots).size).toBe(runIds.length)
      }),
    )
  })

  it('fills one block of colours before the next, also for ten thousand runs at once', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => `run-${i}`)
    const slots = Array.from(runStyles(ids).values(), ({ slot }) => slot)
    // 10 000 is 833 blocks of twelve and four runs more, which are anywhere in the last block.
    expect(slots.toSorted((a, b) => a - b).slice(0, 9996)).toEqual(
      ids.slice(4).map((_, i) => i + 1),
    )
    expect(new Set(slots).size).toBe(10_000)
    expect(Math.max(...slots)).toBeLessThanOrEqual(10_008)
    const again = runStyles(ids.slice(0, 40))
    expect([...again.values()].map(({ slot }) => slot)).toEqual(slots.slice(0, 40))
  })

  it('uses the first five colours for five runs, and twelve for twelve', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 12, maxLength: 12 }), (runIds) => {
        const slots = Array.from(runStyles(runIds).values(), ({ slot }) => slot)
        expect(new Set(slots.slice(0, 5))).toEqual(new Set([1, 2, 3, 4, 5]))
        expect(slots.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      }),
    )
  })

  it('tells 120 runs apart by colour, dash and marker together', () => {
    const looks = Array.from({ length: 120 }, (_, place) => {
      const { colorVariable, dash, marker } = styleOfSlot(place + 1)
      return JSON.stringify([colorVariable, dash, marker])
    })
    expect(new Set(looks).size).toBe(120)
  })

  it('tells the first eight runs apart without their colour', () => {
    const looks = Array.from({ length: 8 }, (_, place) => styleOfSlot(place + 1).marker)
    expect(new Set(looks).size).toBe(8)
  })

  it('keeps the looks of before when the run that took a slot first is gone', () => {
    const rival = Array.from({ length: 50 }, (_, i) => `run-${i}`).find(
      (id) => id !== 'run-0' && slotOf([id], id) === slotOf(['run-0'], 'run-0'),
    )
    const both = runStyles([String(rival), 'run-0'])
    const without = runStyles(['run-0'])
    expect(without.get('run-0')).not.toEqual(both.get('run-0'))
    expect(runStyles(['run-0'], { previous: both }).get('run-0')).toEqual(both.get('run-0'))
  })

  it('names one run once, however often it is listed', () => {
    expect([...runStyles(['a', 'a', 'b']).keys()]).toEqual(['a', 'b'])
  })
})
