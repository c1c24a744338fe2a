import { constants } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'

/**
 * Opens a file as it is now: what is written behind its end later is not read, and does not keep
 * the rest from being read. (Node's own `openAsBlob` fails once the file has changed.)
 *
 * Reading it rejects with a `NotReadableError` where the file was cut since, or another took its
 * place.
 *
 * @throws {Error} of the system where the file cannot be read, is a symbolic link or no file.
 */
export async function openFile(path: string): Promise<Blob> {
  const stats = await lstat(path)
  if (!stats.isFile()) throw new Error(`${path} is no file.`)
  return new FileBlob({ path, dev: stats.dev, ino: stats.ino }, 0, stats.size)
}

interface Place {
  readonly path: string
  readonly dev: number
  readonly ino: number
}

const pieceBytes = 256 * 1024

/** A part of a file that is read when it is asked for. */
class FileBlob extends Blob {
  readonly #place: Place
  readonly #start: number
  readonly #end: number

  constructor(place: Place, start: number, end: number) {
    super([])
    this.#place = place
    this.#start = start
    this.#end = end
  }

  override get size(): number {
    return this.#end - this.#start
  }

  override slice(start = 0, end: number = this.size): Blob {
    const inside = (offset: number): number =>
      offset < 0 ? Math.max(0, this.size + offset) : Math.min(offset, this.size)
    const from = this.#start + inside(start)
    return new FileBlob(this.#place, from, Math.max(from, this.#start + inside(end)))
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const pieces = readPieces(this.#place, this.#start, this.#end)
    return new ReadableStream({
      async pull(controller) {
        const { done, value } = await pieces.next()
        if (done === true) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    })
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new Response(this.stream()).arrayBuffer()
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer())
  }

  override async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer())
  }
}

async function* readPieces(
  place: Place,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined> {
  if (start >= end) return
  const handle = await openPlain(place.path)
  try {
    const { dev, ino } = await handle.stat()
    if (dev !== place.dev || ino !== place.ino) throw changed(place, 'another file took its place')
    let position = start
    while (position < end) {
      const piece = new Uint8Array(Math.min(pieceBytes, end - position))
      const { bytesRead } = await handle.read(piece, 0, piece.length, position)
      if (bytesRead === 0) throw changed(place, 'it was cut')
      yield piece.subarray(0, bytesRead)
      position += bytesRead
    }
  } finally {
    await handle.close()
  }
}

/** A link that took the place of a file since it was listed leads nowhere, and a pipe never waits. */
async function openPlain(path: string): Promise<FileHandle> {
  // Windows has neither of the last two, and an absent one is no bit.
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
  return open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
}

/** As a browser names it when a file that was chosen has changed. */
function changed({ path }: Place, how: string): Error {
  return new DOMException(`${path} changed while it was read: ${how}.`, 'NotReadableError')
}
