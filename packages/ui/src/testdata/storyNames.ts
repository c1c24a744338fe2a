/** Names as sweeps make them: what tells them apart is at the end. */
export const longNames: readonly string[] = [1, 2, 3].map(
  (seed) =>
    `llama-3.1-8b-instruct-sft-lr-3e-4-warmup-100-cosine-batch-64-alpaca-cleaned-seed-${seed}`,
)

/** Names in scripts that are read from the right, alone and among others. */
export const rightToLeftNames: readonly string[] = ['تجربة أولى', 'warmup ثم cosine', 'עברית 3e-4']
