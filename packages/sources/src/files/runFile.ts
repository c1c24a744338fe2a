/** A file that may hold runs; it is opened only when its turn comes. */
export interface RunFile {
  /** Relative, with `/` between folders; runs are found by which files lie in one folder. */
  readonly path: string
  readonly modifiedAtMs?: number | null
  /** In bytes; a file that is followed is opened again only where this or the time changed. */
  readonly size?: number
  /**
   * What tells the file from another at its path, such as its inode; a log that is emptied keeps it,
   * and one that is renamed takes it along.
   */
  readonly identity?: string
  /** Changes whenever the file does, also where its size and time are kept, as `cp -p` does. */
  readonly version?: string
  open(): Promise<Blob>
}

/** Returns a file whose text is at hand. */
export function textFile(path: string, text: string): RunFile {
  return { path, open: async () => new Blob([text]) }
}

/**
 * Returns the files that were dropped on a page or chosen in its file dialog, with the path inside
 * the chosen folder where the browser tells it. Of files that lie in no folder and share a name,
 * the second gets the folder `(2)`, and so on.
 */
export function droppedFiles(files: Iterable<File>): RunFile[] {
  const counts = new Map<string, number>()
  return Array.from(files, (file) => {
    const path = file.webkitRelativePath || file.name
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    return {
      path: count === 1 ? path : `(${count})/${path}`,
      modifiedAtMs: file.lastModified,
      size: file.size,
      open: async () => file,
    }
  })
}
