import { RunoffError } from '@runoff/core'

/** More than any page or series needs; a server that sends more is not one of ours. */
const maxBodyBytes = 64 * 1024 * 1024

/**
 * Returns the text of an answer.
 *
 * @throws {RunoffError} `source-failed` when it breaks off, or is longer than 64 MiB.
 */
export async function readBody(response: Response, path: string): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  const pieces: string[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > maxBodyBytes) throw tooLong(path)
      pieces.push(decoder.decode(value, { stream: true }))
    }
  } catch (cause) {
    // Ends the connection; that it was broken already is no news.
    await reader.cancel().catch(() => {})
    if (cause instanceof RunoffError) throw cause
    throw new RunoffError('source-failed', `The answer to ${path} broke off.`, { cause })
  }
  return pieces.join('') + decoder.decode()
}

function tooLong(path: string): RunoffError {
  return new RunoffError(
    'source-failed',
    `The answer to ${path} is longer than ${maxBodyBytes} bytes.`,
  )
}
