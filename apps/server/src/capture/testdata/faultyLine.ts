import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** What happens to the next request on the line. */
export type LineFault =
  /** The connection breaks before all of the request has come through. */
  | 'cut'
  /** The server gets it, and its answer is lost. */
  | 'answer-lost'
  /** Something between answers in place of the server. */
  | 'status-500'

export interface FaultyLine {
  readonly url: string
  /** Where it leads. */
  connectTo(target: string): void
  /** Faults of the next requests, first to last; then the line is good. */
  readonly faults: LineFault[]
  close(): Promise<void>
}

const refusal =
  'HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'

/** Opens a line to a server, on which each connection carries one request. */
export async function openFaultyLine(): Promise<FaultyLine> {
  let port = 0
  const faults: LineFault[] = []
  const open = new Set<Socket>()
  const line = createServer((near) => {
    const fault = faults.shift() ?? null
    const far = connect(port, '127.0.0.1')
    const end = (): void => {
      near.destroy()
      far.destroy()
    }
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', end).on('close', end)
    }
    near.on('data', (bytes: Buffer) => {
      if (fault === 'status-500') near.end(refusal)
      else if (fault === 'cut') far.write(bytes.subarray(0, bytes.length - 4), end)
      else far.write(bytes)
    })
    far.on('data', (bytes: Buffer) => {
      if (fault === 'answer-lost') end()
      else near.write(bytes)
    })
  })
  line.listen(0, '127.0.0.1')
  await once(line, 'listening')
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    faults,
    connectTo: (target) => void (port = Number(new URL(target).port)),
    async close() {
      open.forEach((socket) => socket.destroy())
      line.close()
      await once(line, 'close')
    },
  }
}
