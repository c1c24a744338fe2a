import { constants } from 'node:fs'
import { lstat, open, type FileHandle } from 'node:fs/promises'

/**
 * Opens a file as it is now: what is written behind its end later is not read, and does not keep
 * the rest from being read. (Node's own `openAsBlob` fails once the file has changed.)
 *
 * @throws {Error} of the system where the file cannot be read, is a symbolic link or no file.
 */
export async function openFile(path: string): Promise<Blob> {
  const stats = await lstat(path)
  if (!stats.isFile()) throw new Error(`${path} is no file.`)
  return new FileBlob(path, 0, stats.size)
}

const pieceBytes = 256 * 1024

/** A part of a file that is read when it is asked for. */
class FileBlob extends Blob {
  readonly #path: string
  readonly #start: number
  readonly #end: number

  constructor(path: string, start: number, end: number) {
    super([])
    this.#path = path
    this.#start = start
    this.#end = end
  }

  override get size(): number {
    return this.#end - this.#start
  }

  override slice(start = 0, end: number = this.size): Blob {
    const place = (offset: number): number =>
      offset < 0 ? Math.max(0, this.size + offset) : Math.min(offset, this.size)
    const from = this.#start + place(start)
    return new FileBlob(this.#path, from, Math.max(from, this.#start + place(end)))
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    const pieces = readPieces(this.#path, this.#start, this.#end)
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
  path: string,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array<ArrayBuffer>, undefined, undefined> {
  const handle = await openPlain(path)
  try {
    let position = start
    while (position < end) {
      const piece = new Uint8Array(Math.min(pieceBytes, end - position))
      const { bytesRead } = await handle.read(piece, 0, piece.length, position)
      // It was cut since it was opened.
      if (bytesRead === 0) return
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
