import { endingOf, fileNameOf } from './paths.ts'

const endings: ReadonlySet<string> = new Set([
  'safetensors',
  'bin',
  'pt',
  'pth',
  'ckpt',
  'h5',
  'keras',
  'onnx',
  'gguf',
  'model',
  'pkl',
  'npy',
  'npz',
  'parquet',
  'arrow',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'svg',
  'pdf',
  'zip',
  'tar',
  'py',
  'ipynb',
  'sh',
  'md',
  'lock',
  'toml',
])

const names: ReadonlySet<string> = new Set([
  'tokenizer.json',
  'tokenizer_config.json',
  'special_tokens_map.json',
  'added_tokens.json',
  'vocab.json',
  'vocab.txt',
  'merges.txt',
  'generation_config.json',
  'preprocessor_config.json',
  'processor_config.json',
  'chat_template.json',
  'model.safetensors.index.json',
  'pytorch_model.bin.index.json',
  'requirements.txt',
  'wandb-metadata.json',
  'conda-environment.yaml',
  'diff.patch',
  // W&B's own logs.
  'debug.log',
  'debug-internal.log',
  'debug-core.log',
])

/** What is worth unpacking. */
const packedTexts: ReadonlySet<string> = new Set([
  'log',
  'txt',
  'out',
  'err',
  'csv',
  'tsv',
  'json',
  'jsonl',
  'ndjson',
])

/** Whether a file is a page: of these only snapshots hold runs. */
export function isPage(path: string): boolean {
  return ['html', 'htm', 'xhtml'].includes(endingOf(path))
}

/**
 * Whether a file is one that training leaves beside its logs and that never holds metrics: weights,
 * tokenizers, pictures, code. Such files are not opened, and no notice is given of them.
 */
export function isArtefact(path: string): boolean {
  const name = fileNameOf(path)
  if (name.startsWith('.') || names.has(name)) return true
  if (endingOf(path) === 'gz') return !isPackedText(path.slice(0, -'.gz'.length))
  // An event file ends in anything: its writer may have been given a suffix.
  return endings.has(endingOf(path)) && !name.includes('tfevents')
}

/** `run.log` and, as it is put away, `run.log.1`. */
function isPackedText(path: string): boolean {
  const rotated = /^(.*)\.\d{1,9}$/.exec(path)
  return packedTexts.has(endingOf(rotated?.[1] ?? path))
}
