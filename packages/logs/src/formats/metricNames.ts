/** Names of the place in training, the surest first. */
export const stepNames: readonly string[] = [
  'step',
  'global_step',
  'trainer/global_step',
  '_step',
  'current_steps',
  'num_updates',
  'iteration',
  'iter',
  'update',
]

const configNames: ReadonlySet<string> = new Set(
  (
    'lr learning_rate base_lr min_lr batch_size train_batch_size eval_batch_size micro_batch_size ' +
    'momentum weight_decay dropout seed epochs num_epochs max_epochs max_steps total_steps ' +
    'warmup_steps num_workers patience gamma beta beta1 beta2 eps epsilon rank world_size ' +
    'local_rank version port pid n_parameters n_layer n_head n_embd hidden_size vocab_size ' +
    'time wall_time timestamp created level lineno elapsed eta eta_seconds runtime duration'
  ).split(' '),
)

/** Whether a name is one of a setting, a clock or a process: alone it makes no record. */
export function isSetting(name: string): boolean {
  return configNames.has(name.toLowerCase())
}

const heldOutWords: ReadonlySet<string> = new Set(
  'eval evaluation val valid validation test dev'.split(' '),
)

/** Whether a name says that it was measured on data that was not trained on. */
export function isHeldOut(name: string): boolean {
  return heldOutWords.has(firstWord(name))
}

/** Whether a name says that it is of training. */
export function isTraining(name: string): boolean {
  const word = firstWord(name)
  return word === 'train' || word === 'training'
}

const trainingState: ReadonlySet<string> = new Set(
  'loss total_loss lr learning_rate grad_norm gnorm'.split(' '),
)

/** Whether only training prints it: an evaluation has no learning rate, and says whose loss it is. */
export function isTrainingState(name: string): boolean {
  return trainingState.has(name.toLowerCase()) || isTraining(name)
}

const measures: ReadonlySet<string> = new Set(
  (
    'loss acc accuracy ppl perplexity bleu rouge rouge1 rouge2 rougel f1 precision recall auc ' +
    'auroc map ap ap50 ar miou iou dice psnr ssim fid wer cer mse rmse mae mape r2 mrr ndcg top1 ' +
    'top5 acc1 acc5 reward return kl elbo bpb bpc bpd nll xent logloss error gnorm grad_norm'
  ).split(' '),
)

const rewards: ReadonlySet<string> = new Set('reward return kl elbo gnorm grad_norm'.split(' '))

/** Whether a name is a measure of how good a model is, that training does not print by itself. */
export function isQuality(name: string): boolean {
  return isMeasure(name) && !rewards.has(lastWord(name))
}

/** Whether a name is a well-known measure of a model, whatever it is a measure on. */
export function isMeasure(name: string): boolean {
  return measures.has(name.toLowerCase()) || measures.has(lastWord(name)) || isMeasureSet(name)
}

/** `accuracy/top1`: the measure first, and which of its kind behind it. */
function isMeasureSet(name: string): boolean {
  return name.includes('/') && measures.has(firstWord(name))
}

function lastWord(name: string): string {
  let from = name.length
  while (from > 0 && !'_/.- '.includes(name.charAt(from - 1))) from -= 1
  return name.slice(from).toLowerCase()
}

function firstWord(name: string): string {
  const cut = name.search(/[ _/.@-]/)
  return (cut === -1 ? name : name.slice(0, cut)).toLowerCase()
}
