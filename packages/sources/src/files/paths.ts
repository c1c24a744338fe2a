/** Returns a path with `/` between its parts and no empty, `.` or leading part. */
export function plainPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/')
}

/** Returns the folder a plain path lies in, `''` at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

/** Returns the last part of a plain path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Returns a file's name without its last ending: `run.log` gives `run`. */
export function stemOf(path: string): string {
  const name = fileNameOf(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

/** Returns a file's ending in lower case without the dot, `''` where there is none. */
export function endingOf(path: string): string {
  const name = fileNameOf(path)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : ''
}

/** Returns the N of a folder named `checkpoint-N`, `null` for any other. */
export function checkpointStep(folder: string): number | null {
  const match = /^checkpoint-(\d{1,15})$/.exec(fileNameOf(folder))
  return match === null ? null : Number(match[1])
}

/** Folders inside that of a run where DVC keeps its plots. */
const plotFolders: readonly (readonly [string, string])[] = [
  ['plots', 'metrics'],
  ['plots', 'scalars'],
  ['dvclive', 'metrics'],
  ['dvclive', 'scalars'],
]

/**
 * Returns the folder of the run that a file belongs to: its own, or the one above where the file
 * lies in a part of a run, as `checkpoint-100/`, DVC's `plots/metrics/train/` and W&B's
 * `run-20260101_120000-ab12cd34/files/` do.
 */
export function runFolderOf(path: string): string {
  const folder = folderOf(path)
  if (checkpointStep(folder) !== null) return folderOf(folder)
  if (isWandbRun(folderOf(folder)) && fileNameOf(folder) === 'files') return folderOf(folder)
  // What mmengine logs for its charts, beside what it printed.
  if (fileNameOf(folder) === 'vis_data') return folderOf(folder)
  return plotPlace(path)?.run ?? folder
}

/**
 * Returns the folder of the run that a plot of DVC belongs to, and the plot's path behind DVC's own
 * folder; `null` where it lies in none.
 */
export function plotPlace(path: string): { readonly run: string; readonly name: string } | null {
  const parts = path.split('/')
  const at = parts.findIndex((part, i) =>
    plotFolders.some(([first, second]) => part === first && parts[i + 1] === second),
  )
  if (at < 0) return null
  const run = parts.slice(0, parts[at] === 'plots' ? at : at + 1).join('/')
  return { run, name: parts.slice(at + 2).join('/') }
}

/** Whether a folder is one that W&B made for a run, online or not. */
function isWandbRun(folder: string): boolean {
  return /^(?:offline-)?run-\d{8}_\d{6}-/.test(fileNameOf(folder))
}
