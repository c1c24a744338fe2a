import { lastPartOf } from './lastPart.ts'

/** What every training run has in some spelling, in the order in which it is read. */
export type ParamField =
  | 'model'
  | 'dataset'
  | 'learningRate'
  | 'maxLearningRate'
  | 'minLearningRate'
  | 'batchSize'
  | 'deviceBatchSize'
  | 'globalBatchSize'
  | 'gradientAccumulation'
  | 'epochs'
  | 'warmupSteps'
  | 'warmupRatio'
  | 'gpus'
  | 'weightDecay'
  | 'scheduler'
  | 'optimizer'
  | 'sequenceLength'
  | 'loraRank'
  | 'loraAlpha'
  | 'loraDropout'
  | 'seed'

/** How frameworks spell them, as `lastPartOf` writes names, nests joined by `_`. */
const spellings: Readonly<Record<ParamField, readonly string[]>> = {
  model: [
    'model',
    'model_name',
    'model_name_or_path',
    'model_id',
    'base_model',
    'base_model_name_or_path',
    'pretrained_model_name_or_path',
  ],
  dataset: ['dataset', 'dataset_name', 'dataset_path', 'train_dataset'],
  learningRate: ['learning_rate', 'lr', 'base_lr', 'base_learning_rate', 'init_lr', 'initial_lr'],
  maxLearningRate: ['max_learning_rate', 'max_lr', 'lr_max', 'peak_lr', 'peak_learning_rate'],
  minLearningRate: ['min_learning_rate', 'min_lr', 'lr_min', 'eta_min', 'end_lr', 'final_lr'],
  batchSize: ['batch_size', 'train_batch_size', 'training_batch_size'],
  // Of one device and of all: two quantities, which are never one row.
  deviceBatchSize: [
    'per_device_train_batch_size',
    'per_device_batch_size',
    'device_batch_size',
    'micro_batch_size',
    'train_micro_batch_size_per_gpu',
  ],
  globalBatchSize: ['global_batch_size', 'effective_batch_size', 'total_batch_size'],
  gradientAccumulation: [
    'gradient_accumulation_steps',
    'gradient_accumulation',
    'grad_accumulation_steps',
    'grad_accum_steps',
    'grad_accum',
    'accumulate_grad_batches',
    'accumulation_steps',
  ],
  epochs: ['num_train_epochs', 'epochs', 'num_epochs', 'n_epochs', 'max_epochs', 'total_epochs'],
  warmupSteps: ['warmup_steps', 'num_warmup_steps', 'lr_warmup_steps', 'warmup_iters'],
  warmupRatio: ['warmup_ratio', 'warmup_fraction', 'lr_warmup_fraction'],
  gpus: ['num_gpus', 'n_gpus', 'n_gpu', 'gpus', 'gpu_count', 'world_size', 'num_devices'],
  weightDecay: ['weight_decay', 'wd'],
  scheduler: [
    'lr_scheduler_type',
    'lr_scheduler',
    'lr_scheduler_name',
    'lr_schedule',
    'scheduler',
    'scheduler_type',
    'scheduler_name',
    'learning_rate_schedule',
    'lr_decay_style',
  ],
  optimizer: ['optimizer', 'optim', 'optimizer_name', 'optimizer_type', 'optim_name'],
  sequenceLength: [
    'max_seq_length',
    'max_seq_len',
    'seq_length',
    'seq_len',
    'sequence_length',
    'sequence_len',
    'max_sequence_length',
    'max_length',
    'block_size',
    'context_length',
    'cutoff_len',
    'model_max_length',
  ],
  loraRank: ['lora_r', 'lora_rank', 'lora_config_r', 'peft_r', 'peft_config_r', 'peft_lora_r'],
  loraAlpha: [
    'lora_alpha',
    'lora_lora_alpha',
    'lora_config_lora_alpha',
    'peft_lora_alpha',
    'peft_config_lora_alpha',
  ],
  loraDropout: [
    'lora_dropout',
    'lora_lora_dropout',
    'lora_config_lora_dropout',
    'peft_lora_dropout',
    'peft_config_lora_dropout',
  ],
  seed: ['seed', 'random_seed', 'manual_seed', 'seed_everything', 'random_state'],
}

const fieldOfSpelling: ReadonlyMap<string, ParamField> = /* @__PURE__ */ fieldsBySpelling()

/** Nests that say nothing of what lies in them; in any other, `lr` may be that of one half of a model. */
const wrappers: ReadonlySet<string> = new Set([
  'args',
  'cfg',
  'config',
  'data',
  'hparams',
  'hyperparameters',
  'lr_scheduler',
  'model',
  'optim',
  'optimizer',
  'params',
  'scheduler',
  'train',
  'trainer',
  'training',
  'training_args',
])

/** Returns all of them, in the order in which they are read. */
export function paramFields(): readonly ParamField[] {
  return Object.keys(spellings) as readonly ParamField[]
}

/**
 * Returns which of the well-known fields a parameter is, `null` where it is none of them.
 *
 * Met in any letter case and spelling and within nests that only wrap: `trainer.learningRate`,
 * `optimizer/lr`, `lora.r`; but not `discriminator.lr`, which is the rate of a part.
 */
export function paramFieldOf(name: string): ParamField | null {
  const parts = name.split(/[./]/).slice(-5).map(lastPartOf)
  for (const from of parts.keys()) {
    const field = fieldOfSpelling.get(parts.slice(from).join('_'))
    if (field !== undefined) return field
    if (!wrappers.has(parts[from] ?? '')) return null
  }
  return null
}

function fieldsBySpelling(): ReadonlyMap<string, ParamField> {
  return new Map(
    paramFields().flatMap((field) =>
      spellings[field].map((spelling) => [spelling, field] as const),
    ),
  )
}
