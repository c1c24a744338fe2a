import { droppedFiles, type RunFile } from '@runoff/sources/files'

/** Returns the files of a drop, those inside dropped folders too, with their paths. */
export async function readDrop({ items, files }: DataTransfer): Promise<readonly RunFile[]> {
  // Both lists are emptied when the event is over, so they are read before anything is awaited.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry())
  const plain = droppedFiles(Array.from(files))
  const isKnown = entries.length > 0 && entries.every((entry) => entry !== null)
  return isKnown ? (await Promise.all(entries.map(readEntry))).flat() : plain
}

async function readEntry(entry: FileSystemEntry): Promise<readonly RunFile[]> {
  if (isFile(entry)) return [runFile(entry)]
  if (!isFolder(entry)) return []
  const children = await readChildren(entry.createReader())
  return (await Promise.all(children.map(readEntry))).flat()
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

function runFile(entry: FileSystemFileEntry): RunFile {
  return {
    path: entry.fullPath.slice(1),
    open: () => new Promise<File>((resolve, reject) => entry.file(resolve, reject)),
  }
}

/** A reader gives its entries some at a time, and none when it is done. */
async function readChildren(
  reader: FileSystemDirectoryReader,
): Promise<readonly FileSystemEntry[]> {
  const some = await new Promise<readonly FileSystemEntry[]>((resolve, reject) =>
    reader.readEntries(resolve, reject),
  )
  return some.length === 0 ? [] : [...some, ...(await readChildren(reader))]
}
