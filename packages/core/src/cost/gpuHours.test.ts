import { describe, expect, it } from 'vitest'
import { defineRun, type RunInput } from '../run/defineRun.ts'
import { durationMsOf, gpuHoursOf, runCost } from './gpuHours.ts'

const hour = 3_600_000
const twoHours: RunInput = {
  id: 'a',
  status: 'completed',
  startedAtMs: hour,
  endedAtMs: 3 * hour,
  params: { num_gpus: 4 },
}
const run = (input: RunInput = {}) => defineRun({ ...twoHours, ...input })

describe('gpuHoursOf', () => {
  it('takes what the source reports, beside the GPUs that the parameters name', () => {
    expect(gpuHoursOf(run({ gpuHours: 7.5 }))).toEqual({ value: 7.5, basis: 'reported', gpus: 4 })
    expect(gpuHoursOf(run({ gpuHours: 7.5, params: {} }))?.gpus).toBeNull()
  })

  it('multiplies wall time by the GPUs that the parameters name', () => {
    expect(gpuHoursOf(run())).toEqual({ value: 8, basis: 'duration', gpus: 4 })
  })

  it('takes a reported zero for what it says, and a negative number for nothing', () => {
    expect(gpuHoursOf(run({ gpuHours: 0 }))).toEqual({ value: 0, basis: 'reported', gpus: 4 })
    expect(gpuHoursOf(run({ gpuHours: -1 }))?.basis).toBe('duration')
    expect(gpuHoursOf({ ...run(), gpuHours: Infinity })?.value).toBe(8)
  })

  it('assumes no GPU where none is named', () => {
    expect(gpuHoursOf(run({ params: {} }))).toBeNull()
  })

  it.each([
    ['no start', { startedAtMs: null }],
    ['no end', { endedAtMs: null }],
    ['an end that is its start', { endedAtMs: hour }],
    ['an end before its start', { endedAtMs: 0 }],
    ['not ended yet', { status: 'running' }],
    ['not begun yet', { status: 'queued' }],
  ])('knows no duration of a run with %s', (_, input) => {
    expect(gpuHoursOf(run(input))).toBeNull()
    expect(durationMsOf(run(input))).toBeNull()
  })

  it('counts what failed runs took, too', () => {
    expect(gpuHoursOf(run({ status: 'failed' }))?.value).toBe(8)
    expect(durationMsOf(run({ status: 'unknown', endedAtMs: hour + 1 }))).toBe(1)
  })

  it('knows what a live run took so far where its source reports that', () => {
    expect(gpuHoursOf(run({ status: 'running', gpuHours: 3 }))?.value).toBe(3)
  })
})

describe('runCost', () => {
  it('multiplies GPU hours by their price', () => {
    expect(runCost(run(), { pricePerGpuHour: 2.5 })).toBe(20)
    expect(runCost(run(), { pricePerGpuHour: 0 })).toBe(0)
  })

  it('is null without a price or without GPU hours', () => {
    expect(runCost(run(), {})).toBeNull()
    expect(runCost(run({ params: {} }), { pricePerGpuHour: 2.5 })).toBeNull()
  })

  it.each([-0.01, NaN, Infinity])('refuses a price of %s, whatever the run', (pricePerGpuHour) => {
    const refusal = expect.objectContaining({ code: 'bad-option' })
    expect(() => runCost(run({ params: {} }), { pricePerGpuHour })).toThrow(refusal)
  })
})
