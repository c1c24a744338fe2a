import { decoderOf } from '../readText.ts'
import type { Parsed, RunContent } from '../formats/parsedFile.ts'
import type { FileReading } from './fileReading.ts'

/** Takes the text of a log as it comes, in whole lines. */
export interface TextSink {
  /** Whether `\r` ends a line as well, as progress bars write it. */
  readonly endsAtReturn?: boolean
  push(text: string): void
  /** What was read; `rest` is the last line, which has no end yet. */
  content(rest: string, isLast: boolean): Parsed<RunContent>
}

/** What stands further on in one line is passed over: no line of metrics is as long. */
const maxRestLength = 4 * 1024 * 1024

/**
 * Returns a reading of a text that is read on from where it ended. The last line is kept until its
 * end comes; a character is never cut in two.
 */
export function textReading(sink: TextSink): FileReading {
  let decoder: TextDecoder | null = null
  let offset = 0
  let rest = ''
  let isTooLong = false
  const take = (text: string): void => {
    const end = endOfLines(text, sink.endsAtReturn ?? false)
    if (end > 0) {
      sink.push(rest + afterLongLine(text.slice(0, end), isTooLong, sink.endsAtReturn ?? false))
      rest = text.slice(end)
      isTooLong = false
    } else if (!isTooLong) {
      rest += text
      isTooLong = rest.length >= maxRestLength
    }
  }
  return {
    goesOn: true,
    async read(blob, { signal, isLast, mayBeCut = false }) {
      decoder ??= await decoderOf(blob)
      const reader = blob.slice(offset).stream().getReader()
      try {
        for (;;) {
          signal.throwIfAborted()
          const { done, value } = await reader.read()
          if (done) break
          offset += value.length
          take(decoder.decode(value, { stream: true }))
        }
      } finally {
        await reader.cancel()
      }
      return sink.content(mayBeCut ? withoutCutNumber(rest) : rest, isLast)
    },
  }
}

/** Where the last whole line ends. */
function endOfLines(text: string, endsAtReturn: boolean): number {
  const end = text.lastIndexOf('\n') + 1
  return endsAtReturn ? Math.max(end, text.lastIndexOf('\r') + 1) : end
}

/** Returns text from the end of the line that was too long, which stands at its beginning. */
function afterLongLine(text: string, isTooLong: boolean, endsAtReturn: boolean): string {
  if (!isTooLong) return text
  const feed = text.indexOf('\n')
  const carriage = endsAtReturn ? text.indexOf('\r') : -1
  const ends = [feed, carriage].filter((at) => at >= 0)
  return text.slice(Math.min(...ends))
}

/** A script that writes in blocks leaves half a number: `0.1` may become `0.17` or `0.1e-3`. */
export function withoutCutNumber(line: string): string {
  let end = line.length
  while (end > 0 && isOfNumber(line.charCodeAt(end - 1))) end -= 1
  return line.slice(0, end)
}

/** Numbers, the names of those that are none, and what they are held together by. */
function isOfNumber(code: number): boolean {
  return /[\w.+-]/.test(String.fromCharCode(code))
}
