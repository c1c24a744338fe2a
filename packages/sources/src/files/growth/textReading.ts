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

/** A line this long is given on in parts: no log of metrics has one. */
const maxRestLength = 4 * 1024 * 1024

/**
 * Returns a reading of a text that is read on from where it ended. The last line is kept until its
 * end comes; a character is never cut in two.
 */
export function textReading(sink: TextSink): FileReading {
  let decoder: TextDecoder | null = null
  let offset = 0
  let rest = ''
  return {
    goesOn: true,
    async read(blob, { signal, isLast }) {
      decoder ??= await decoderOf(blob)
      const reader = blob.slice(offset).stream().getReader()
      try {
        for (;;) {
          signal.throwIfAborted()
          const { done, value } = await reader.read()
          if (done) break
          offset += value.length
          const text = decoder.decode(value, { stream: true })
          const end = endOfLines(text, sink.endsAtReturn ?? false)
          if (end === 0 && rest.length < maxRestLength) rest += text
          else {
            sink.push(rest + text.slice(0, end))
            rest = text.slice(end)
          }
        }
      } finally {
        await reader.cancel()
      }
      return sink.content(rest, isLast)
    },
  }
}

/** Where the last whole line ends. */
function endOfLines(text: string, endsAtReturn: boolean): number {
  const end = text.lastIndexOf('\n') + 1
  return endsAtReturn ? Math.max(end, text.lastIndexOf('\r') + 1) : end
}
