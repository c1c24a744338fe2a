import type { FileContent, MetricRow, ParsedFile } from '../formats/parsedFile.ts'
import { readPhase } from '../formats/readTable.ts'
import { fileNameOf, folderOf, runFolderOf } from '../paths.ts'

/** A file with the folder of its run. */
export interface PlacedFile {
  readonly folder: string
  readonly file: ParsedFile
}

/**
 * Places files by the folders of their runs. Event files lie deeper where their writer made folders
 * of its own: Keras `train` and `validation`, PyTorch one for hyperparameters, the Trainer `runs`.
 */
export function placeFiles(files: readonly ParsedFile[]): readonly PlacedFile[] {
  const eventFolders = new Set(files.filter(isEvents).map(({ path }) => folderOf(path)))
  const states = new Set(
    files.flatMap(({ path, content }) =>
      content.kind === 'trainer-state' ? [folderOf(path)] : [],
    ),
  )
  return files.map((file) => {
    if (!isEvents(file)) return { folder: runFolderOf(file.path), file }
    const folder = runFolderOf(file.path)
    const parent = folderOf(folder)
    const phase = readPhase(fileNameOf(folder))
    if (phase !== null && hasOtherPhase(folder, eventFolders)) {
      return { folder: parent, file: { ...file, content: withPhase(file.content, phase) } }
    }
    const above = folderOf(parent)
    const isTrainers = fileNameOf(parent) === 'runs' && states.has(above)
    return { folder: isTrainers ? above : ownFolder(folder, parent, eventFolders), file }
  })
}

/** Keras says of a loss that it is of an epoch: `epoch_loss`. */
function plainTag(tag: string): string {
  return tag.startsWith('epoch_') ? tag.slice('epoch_'.length) : tag
}

function isEvents({ content }: ParsedFile): boolean {
  return content.kind === 'events'
}

/** PyTorch's `add_hparams` writes into a folder that is named by the second it was called at. */
function ownFolder(folder: string, parent: string, eventFolders: ReadonlySet<string>): string {
  const isSecond = /^\d{9,11}\.\d{1,9}$/.test(fileNameOf(folder))
  return isSecond && eventFolders.has(parent) ? parent : folder
}

function hasOtherPhase(folder: string, eventFolders: ReadonlySet<string>): boolean {
  const own = readPhase(fileNameOf(folder))
  const parent = folderOf(folder)
  const others = ['train', 'training', 'validation', 'valid', 'val', 'eval', 'dev']
  return others.some((name) => {
    const other = parent === '' ? name : `${parent}/${name}`
    return readPhase(name) !== own && eventFolders.has(other)
  })
}

function withPhase(content: FileContent, phase: 'train' | 'eval'): FileContent {
  if (!('runs' in content)) return content
  const rowOf = (row: MetricRow): MetricRow => ({
    ...row,
    phase,
    metrics: new Map(Array.from(row.metrics, ([tag, value]) => [plainTag(tag), value])),
  })
  return { ...content, runs: content.runs.map((run) => ({ ...run, rows: run.rows.map(rowOf) })) }
}
