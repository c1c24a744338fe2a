import { defineRun, type Run, type RunInput } from '@runoff/core'

const prompt =
  'You are a helpful assistant. Answer in the language of the question, and say so where you do not know.\nNever make up a source.'

const fineTune = (id: string, input: RunInput, params: Record<string, unknown>): Run =>
  defineRun({
    id,
    name: `llama-3.1-8b-sft-${id}`,
    model: 'meta-llama/Llama-3.1-8B',
    dataset: 'alpaca-cleaned',
    totalEpochs: 3,
    ...input,
    params: {
      learning_rate: 3e-4,
      per_device_train_batch_size: 8,
      gradient_accumulation_steps: 4,
      num_train_epochs: 3,
      warmup_steps: 100,
      optim: 'adamw_torch',
      lr_scheduler_type: 'cosine',
      weight_decay: 0.01,
      max_seq_length: 2048,
      lora: { r: 16, alpha: 32, dropout: 0.05, target_modules: ['q_proj', 'v_proj'] },
      adam_betas: '[0.9, 0.999]',
      bf16: true,
      system_prompt: prompt,
      output_dir: `/scratch/outputs/${id}`,
      run_name: id,
      ...params,
    },
  })

/** A small sweep as people log it: most is the same, and some runs lack what others have. */
export const fineTunes: readonly Run[] = [
  fineTune('lr3e-4-seed1', { seed: 1 }, {}),
  fineTune('lr3e-4-seed2', { seed: 2 }, { adam_betas: '[0.9,0.999]', neftune_alpha: 5 }),
  fineTune('lr1e-4-seed1', { seed: 1 }, { learning_rate: '1e-4', weight_decay: '0.010' }),
  fineTune(
    'lr1e-3-seed1',
    { seed: 1 },
    {
      learning_rate: 1e-3,
      per_device_train_batch_size: 16,
      lora: { r: 64, alpha: 32, dropout: 0.05, target_modules: ['q_proj', 'v_proj'] },
      system_prompt: prompt.replace('a helpful', 'a helpful and brief'),
      lr_scheduler_type: 'constant',
    },
  ),
]
