import { defineRun, type ParamValue, type Run, type RunInput } from '@runoff/core'

/** Numbers in [0, 1) that spread evenly and are the same each time. */
function spread(index: number, turn: number): number {
  return (index * turn + 0.37) % 1
}

const golden = 0.618_033_988_75
const silver = 0.414_213_562_37
const bronze = 0.302_775_637_73

/**
 * A sweep of any size: the learning rate from 1e-5 to 1e-2 with the best near 3e-4, a batch size
 * that matters little, an optimizer, and parameters that do not matter.
 */
export function sweep(
  count: number,
  more: (index: number) => RunInput = () => ({}),
): readonly Run[] {
  return Array.from({ length: count }, (_, index) => {
    const exponent = -5 + 3 * spread(index, golden)
    const batch = 2 ** (3 + Math.floor(5 * spread(index, silver)))
    const optimizer = ['adamw', 'lion', 'sgd'][Math.floor(3 * spread(index, bronze))] ?? 'adamw'
    const noise = spread(index, 0.754_877_666_25) - 0.5
    const loss =
      0.23 + 0.06 * (exponent + 3.5) ** 2 + (optimizer === 'sgd' ? 0.08 : 0) + 0.02 * noise
    const params: Record<string, ParamValue> = {
      learning_rate: Number((10 ** exponent).toPrecision(3)),
      batch_size: batch,
      optimizer,
      warmup_ratio: Number((0.1 * spread(index, 0.236_067_977_5)).toFixed(3)),
      weight_decay: [0, 0.01, 0.1][index % 3] ?? 0,
      'lora.r': 2 ** (2 + (index % 4)),
      seed: index,
    }
    return defineRun({
      id: `run-${String(index).padStart(4, '0')}`,
      name: `sweep ${index + 1}`,
      status: 'completed',
      gpuHours: Number((1 + 3 * spread(index, 0.531)).toFixed(2)),
      params,
      metrics: { 'eval/loss': Number(loss.toFixed(5)), 'eval/accuracy': { max: 1 - loss } },
      ...more(index),
    })
  })
}

/** Runs of which only the parameters and the eval loss matter. */
export function runsOf(
  rows: readonly (readonly [params: Readonly<Record<string, ParamValue>>, loss: number | null])[],
): readonly Run[] {
  return rows.map(([params, loss], index) =>
    defineRun({
      id: `${'abcdefghijklmnopqrstuvwxyz'[index] ?? index}`,
      status: 'completed',
      params,
      metrics: loss === null ? {} : { 'eval/loss': loss },
    }),
  )
}
