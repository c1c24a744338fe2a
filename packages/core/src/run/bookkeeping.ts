import { lastPartOf } from './lastPart.ts'

/** The last word of names that say where a run keeps its things or what it is called. */
const bookkeeping: ReadonlySet<string> = new Set([
  'seed',
  'random_seed',
  'output_dir',
  'out_dir',
  'out',
  'save_dir',
  'save_path',
  'log_dir',
  'logging_dir',
  'work_dir',
  'run_dir',
  'cache_dir',
  'ckpt_dir',
  'checkpoint_dir',
  'checkpoint_path',
  'default_root_dir',
  'tensorboard_dir',
  'run_name',
  'run_id',
  'exp_name',
  'experiment_name',
  'job_id',
  'job_name',
  'hub_model_id',
  'hub_token',
  'resume_from_checkpoint',
  'local_rank',
  'hostname',
  'host',
  'master_addr',
  'master_port',
  'port',
  'pid',
  'timestamp',
  'start_time',
  'created_at',
  'version_dir',
  'seed_everything',
  'output_path',
  'out_path',
  'outdir',
  'logdir',
  'log_path',
  'log_file',
  'savedir',
  'results_dir',
  'result_dir',
  'experiment_dir',
  'exp_dir',
  'tensorboard_log',
  'tb_log_dir',
  'wandb_dir',
  'run_uuid',
  'uuid',
  'experiment_id',
  'exp_id',
  'trial_id',
  'trial_name',
  'task_id',
  'job_dir',
  'slurm_job_id',
  'wandb_run_id',
  'wandb_run_name',
  'wandb_name',
  'node_rank',
  'cuda_visible_devices',
  'gpu_id',
  'gpu_ids',
  'end_time',
  'username',
])

/**
 * Whether a parameter names a seed, a place or a run, and so says nothing of how it was trained.
 *
 * Judged by the last part of the name, in any letter case and spelling: `trainer.output_dir`,
 * `trainer/outputDir`, `data-seed`, `Run Name`. Two runs that differ in such parameters alone are one configuration.
 */
export function isBookkeepingParam(name: string): boolean {
  const words = lastPartOf(name)
  return bookkeeping.has(words) || isSeedParam(words)
}

function isSeedParam(words: string): boolean {
  return words === 'seed' || words.endsWith('_seed') || words === 'rng' || words === 'random_state'
}
