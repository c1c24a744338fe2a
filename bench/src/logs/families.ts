/** One family of logs, as much of it as is asked for. */
export interface Family {
  readonly name: string
  /** Returns the line of one step; what it holds is made up, and of the length that the tool prints. */
  readonly lineOf: (step: number) => string
}

/** Looks like a loss: falls, and is never twice the same. */
function lossOf(step: number): number {
  return 2 + 8 / Math.sqrt(step + 1) + (((step * 7919) % 1000) / 1000 - 0.5) * 0.1
}

const fixed = (digits: number) => (step: number) => lossOf(step).toFixed(digits)
const loss4 = fixed(4)
const loss6 = fixed(6)

/** The families that are measured: dicts, JSON, tables and lists, short lines and long ones. */
export const families: readonly Family[] = [
  {
    name: 'Hugging Face dicts',
    lineOf: (step) =>
      `{'loss': ${loss4(step)}, 'grad_norm': ${loss6(step)}, 'learning_rate': ${(step * 1e-8).toExponential()}, 'epoch': ${(step / 1000).toFixed(2)}}`,
  },
  {
    name: 'JSON lines',
    lineOf: (step) =>
      `{"step": ${step}, "loss": ${lossOf(step)}, "lr": 0.0003, "grad_norm": ${lossOf(step + 1)}}`,
  },
  {
    name: 'Megatron',
    lineOf: (step) =>
      ` iteration ${String(step).padStart(8)}/  500000 | consumed samples: ${String(step * 16).padStart(12)} | elapsed time per iteration (ms): 15165.9 | learning rate: 2.000E-07 | global batch size:    16 | lm loss: ${lossOf(step).toExponential(6)} | loss scale: 1.0 | grad norm: ${loss4(step)} | number of skipped iterations:   0 | number of nan iterations:   0 |`,
  },
  {
    name: 'torchtitan, in colours',
    lineOf: (step) =>
      `[rank0]:[titan] 2026-05-24 19:56:04,040 - root - INFO - \u001B[31mstep: ${String(step).padStart(2)}  \u001B[32mloss: ${fixed(5)(step)}  \u001B[38;2;180;60;0mgrad_norm: ${loss4(step)}  \u001B[38;2;54;234;195mmemory: 59.71GiB(89.55%)  \u001B[34mtps: 5,490  \u001B[36mtflops: 46.23  \u001B[35mmfu: 13.99%\u001B[39m`,
  },
  {
    name: 'nanoGPT',
    lineOf: (step) => `iter ${step}: loss ${loss4(step)}, time 1099.34ms, mfu 15.34%`,
  },
  {
    name: 'llm.c',
    lineOf: (step) =>
      `step ${String(step).padStart(4)}/21479 | loss ${loss6(step)} (+0.12z)| norm 16.3235 (+nanz)| lr 2.86e-06 | 2734.72 ms | 41.0% bf16 MFU | 167751 tok/s`,
  },
  {
    name: 'mmengine',
    lineOf: (step) =>
      `2023/06/05 20:10:13 - mmengine - INFO - Epoch(train)   [${Math.floor(step / 100) + 1}][${(step % 100) + 1}/100]  lr: 4.000000e-08  eta: 4:59:11  time: 9.978710  data_time: 9.013012  loss: ${loss6(step)}  loss_kpt: ${loss6(step)}  acc_pose: 0.007440`,
  },
  {
    name: 'verl',
    lineOf: (step) =>
      `(TaskRunner pid=16292) step:${step} - global_seqlen/min:484245.0 - global_seqlen/max:509271.0 - actor/pg_loss:${lossOf(step)} - actor/entropy:${lossOf(step + 1)} - actor/lr:1e-06 - critic/score/mean:0.508 - response_length/mean:231.5 - perf/throughput:1234.5`,
  },
  {
    name: 'XGBoost',
    lineOf: (step) => `[${step}]\teval-logloss:${loss6(step)}\ttrain-logloss:${loss6(step + 1)}`,
  },
  {
    name: 'Keras',
    lineOf: (step) =>
      `Epoch ${step + 1}/99999\n1719/1719 [==============================] - 2s 1ms/step - loss: ${loss4(step)} - accuracy: 0.7933 - val_loss: ${loss4(step + 1)}`,
  },
  {
    name: 'plain key=value',
    lineOf: (step) => `step=${step} loss=${loss6(step)} lr=0.0003 grad_norm=${loss4(step)}`,
  },
  {
    name: 'no metrics at all',
    lineOf: (step) =>
      `2024-05-01 12:00:00,123 - INFO - dataset.py:214 - cached shard ${step} of the corpus, nothing left to do for worker ${step % 8}`,
  },
]

/** Returns a log of about this many characters. */
export function logOf({ lineOf }: Family, length: number): string {
  const lines: string[] = []
  for (let step = 0, written = 0; written < length; step += 1) {
    const line = lineOf(step)
    lines.push(line)
    written += line.length + 1
  }
  return `${lines.join('\n')}\n`
}
