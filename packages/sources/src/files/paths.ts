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

/**
 * Returns the folder of the run that a file belongs to: its own, or the one above where the file
 * lies in a part of a run, as `checkpoint-100/` and DVC's `plots/metrics/train/` do.
 */
export function runFolderOf(path: string): string {
  const folder = folderOf(path)
  if (checkpointStep(folder) !== null) return folderOf(folder)
  const parts = folder.split('/')
  const plots = parts.findIndex((part, i) => part === 'plots' && parts[i + 1] === 'metrics')
  return plots < 0 ? folder : parts.slice(0, plots).join('/')
}
