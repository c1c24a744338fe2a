/** Files beside a run that hold its settings, the one that is believed first at the front. */
export const configFiles: readonly string[] = [
  'run_manifest.json',
  'training_args.json',
  'training_args.yaml',
  'args.yaml',
  'args.json',
  'hparams.yaml',
  'hparams.json',
  'params.yaml',
  'params.json',
  'hyperparameters.json',
  'config.yaml',
  'config.yml',
  'config.json',
  'adapter_config.json',
]

/** Files beside a run that hold numbers of it as a whole. */
export const resultFiles: readonly string[] = [
  'all_results.json',
  'train_results.json',
  'eval_results.json',
  'wandb-summary.json',
  'metrics.json',
]
