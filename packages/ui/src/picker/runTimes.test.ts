import { describe, expect, it } from 'vitest'
import { runDurationMs } from './runTimes.ts'
import { runOf } from './testdata/runs.ts'

const durationOf = (input: Parameters<typeof runOf>[1]): number | null =>
  runDurationMs(runOf('a', input))
const runtime = { 'train/runtime': 9 }

describe('runDurationMs', () => {
  it('goes by the clock, then by what the trainer logged, then by when the run was made', () => {
    const clock = { createdAtMs: 0, startedAtMs: 1000, endedAtMs: 61_000 }
    expect(durationOf({ ...clock, metrics: runtime })).toBe(60_000)
    expect(durationOf({ ...clock, startedAtMs: null, metrics: runtime })).toBe(9000)
    expect(durationOf({ ...clock, startedAtMs: null })).toBe(61_000)
  })

  it('reads the seconds of a trainer under both spellings', () => {
    expect(durationOf({ metrics: runtime })).toBe(9000)
    expect(durationOf({ metrics: { train_runtime: 9 } })).toBe(9000)
    expect(durationOf({ metrics: { 'train/runtime': NaN } })).toBeNull()
  })

  it('does not believe an end before the start', () => {
    expect(durationOf({ startedAtMs: 61_000, endedAtMs: 1000 })).toBeNull()
    expect(durationOf({ metrics: { 'train/runtime': -1 } })).toBeNull()
  })

  it('has none for a run that still goes, or of which nothing is known', () => {
    expect(durationOf({ status: 'running', startedAtMs: 0, metrics: runtime })).toBeNull()
    expect(durationOf({ startedAtMs: 0 })).toBeNull()
  })
})
