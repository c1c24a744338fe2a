/**
 * A console log as a fine-tuning leaves it behind: a launcher's noise, bars that run ahead of the
 * dicts, a config, an evaluation, a warning in colours, two processes on one line.
 */
export const consoleLog = [
  'nohup: ignoring input',
  "\u001B[32m[2025-02-15 23:53:07,596]\u001B[0m [INFO] WORLD INFO DICT: {'localhost': [0, 1]}",
  "config: {'learning_rate': 0.0002, 'batch_size': 8, 'eval_steps': 100, 'lora': {'r': 8}}",
  'json = {',
  '    "train_batch_size": 8,',
  '}',
  "\r  0%|          | 0/40 [00:00<?, ?it/s]\r 25%|██▌       | 10/40 [00:10<00:30,  1.0s/it]{'loss': 2.5, 'grad_norm': 1.25, 'learning_rate': 0.0002, 'epoch': 0.25}",
  "{'loss': nan, 'grad_norm': inf, 'learning_rate': 0.00015, 'epoch': 0.5}\r",
  '\r 50%|█████     | 20/40 [00:20<00:20]\u001B[A',
  "{'eval_loss': 1.5, 'eval_accuracy': np.float64(0.75), 'eval_runtime': 4.5, 'epoch': 0.5}",
  "[rank0]: {'loss': '1.75', 'grad_norm': '0.5', 'learning_rate': '5e-05', 'epoch': '0.75'}[rank1]: {'loss': 1.75, 'learning_rate': 5e-05, 'epoch': 0.75}",
  '\uFEFF⚠️ Tried to log to step 5 that is less than the current step 51',
  "{'train_runtime': 40.5, 'train_samples_per_second': 7.5, 'train_loss': 2.0, 'epoch': 1.0}",
  "100%|██████████| 40/40 [00:40<00:00]{'loss': 0.5, 'epo",
].join('\r\n')
