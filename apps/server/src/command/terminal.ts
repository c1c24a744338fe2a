import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { stripVTControlCharacters, styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]

/** Where the command writes: results to one stream, what people are told beside them to another. */
export interface Terminal {
  /** Whether a person looks at the results. */
  readonly isInteractive: boolean
  /** Writes a line of the results. */
  print(line: string): void
  /** Writes a piece of the results as it is, and waits until there is room for more. */
  write(piece: string): Promise<void>
  /** Says something in a line of its own, beside the results. */
  note(sentence: string): void
  /** Shows how far long work is, in place of what was shown before; nothing where nobody looks. */
  progress(text: string | null): void
  /** Returns a text in a style where results are shown in colours. */
  style(style: Style, text: string): string
}

type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

/** Returns a terminal over the streams of a process. */
export function createTerminal(output: Stream, messages: Stream): Terminal {
  let isProgressShown = false
  const clear = (): void => {
    if (isProgressShown) messages.write('\r\u001B[2K')
    isProgressShown = false
  }
  return {
    isInteractive: output.isTTY === true,
    print(line) {
      clear()
      output.write(`${line}\n`)
    },
    async write(piece) {
      if (!output.write(piece)) await once(output, 'drain')
    },
    note(sentence) {
      clear()
      messages.write(`${sentence}\n`)
    },
    progress(text) {
      clear()
      if (text === null || messages.isTTY !== true) return
      messages.write(text.slice(0, (messages.columns ?? 80) - 1))
      isProgressShown = true
    },
    style: (style, text) => styleText(style, text, { stream: output, validateStream: true }),
  }
}

/** Returns a name that stands in a log as it may be written to a terminal: it moves nothing there. */
export function plainName(name: string): string {
  return stripVTControlCharacters(name).replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD')
}
