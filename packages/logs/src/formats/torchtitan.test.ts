import { describe, expect, it } from 'vitest'
import { formatsOf, noticesOf, shown } from '../testdata/shown.ts'

const line =
  '[titan] 2026-02-24 19:46:17,508 - root - INFO - step:  4  loss:  7.62585  grad_norm: 26.6250  memory: 66.91GiB(37.51%)  tps: 10,050  tflops: 314.71  mfu: 13.99%'

describe('torchtitan', () => {
  it('reads a step with the units of its memory and shares, and thousands with a comma', () => {
    expect(shown(line)).toEqual([
      [
        'train',
        4,
        null,
        {
          loss: 7.62585,
          grad_norm: 26.625,
          memory_GiB: 66.91,
          memory_percent: 37.51,
          tps: 10_050,
          tflops: 314.71,
          mfu_percent: 13.99,
        },
      ],
    ])
    expect(formatsOf(line)).toEqual(['torchtitan'])
  })

  it('reads through colours inside the fields, and leaves out a share that is not known', () => {
    const colourful =
      '[rank0]:[titan] 2026-05-24 19:56:04,040 - root - INFO - \u001B[31mstep:  1  \u001B[32mloss: 12.61879  \u001B[38;2;180;60;0mgrad_norm: 25.7500  \u001B[38;2;54;234;195mmemory: 159.71GiB(89.55%)  \u001B[34mtps: 549  \u001B[36mtflops: 46.23  \u001B[35mmfu: N/A\u001B[39m'
    const [record] = shown(colourful)
    expect(record?.slice(0, 2)).toEqual(['train', 1])
    expect(record?.[3]).toEqual({
      loss: 12.61879,
      grad_norm: 25.75,
      memory_GiB: 159.71,
      memory_percent: 89.55,
      tps: 549,
      tflops: 46.23,
    })
  })

  it('reads the lines of all ranks, and a validation as one', () => {
    expect(
      shown(
        `[rank0]:${line}`,
        `[rank1]:${line}`,
        '[rank0]:[titan] 2025-08-01 10:00:00,000 - root - INFO - validate step: 10  loss:  7.1000  memory:  6.50GiB(8.00%)  tps: 1,250',
      ).map(([phase, step]) => [phase, step]),
    ).toEqual([
      ['train', 4],
      ['train', 4],
      ['eval', 10],
    ])
    expect(noticesOf(`[rank0]:${line}`, `[rank1]:${line}`)).toEqual(['repeated'])
  })

  it('reads the lines of old versions, without a norm and with words', () => {
    expect(
      shown('step: 10  loss:  nan  memory:  6.50GiB(8.00%)  wps: 1,250  mfu: 12.50%')[0]?.[3],
    ).toEqual({ loss: NaN, memory_GiB: 6.5, memory_percent: 8, wps: 1250, mfu_percent: 12.5 })
  })

  it.each([
    'GPU capacity: NVIDIA B200 (0) with 178.35GiB(0.50%) memory',
    'Training starts at step: 1, with local batch size: 8, 6.50GiB(8.00%)',
  ])('reads no record from %j', (text) => {
    expect(shown(text)).toEqual([])
  })
})
