import { useEffect, useRef, useState } from 'react'
import { saveFile } from '../charts/export/saveFile.ts'
import { useFormatters } from '../format/useFormatters.ts'
import { writeToClipboard } from '../effects/writeToClipboard.ts'
import { useMessages } from '../messages/MessagesProvider.tsx'
import type { KeepContext, KeepResult } from './keepContext.ts'
import type { KeepKind } from './messages.ts'
import type { PerformKeep } from './performKeep.ts'

/** How far it is, in words; all empty before the first. */
export interface KeepStatus {
  readonly text: string
  /** 0 to 1 while something is under way, else `null`. */
  readonly progress: number | null
  /** What could not be copied, to be copied by hand. */
  readonly byHand: { readonly label: string; readonly text: string } | null
}

export interface KeepResultState {
  readonly status: KeepStatus
  readonly start: (kind: KeepKind) => void
  readonly copyLink: (link: () => string | Promise<string>) => void
  readonly cancel: () => void
}

const idle: KeepStatus = { text: '', progress: null, byHand: null }

/** Returns what keeps the comparison. What is started calls off the one before. */
export function useKeep(makeContext: () => KeepContext): KeepResultState {
  const { keep } = useMessages()
  const { count } = useFormatters()
  const [status, setStatus] = useState(idle)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const begin = (item: string, work: (tell: Tell, signal: AbortSignal) => Promise<void>): void => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    const tell: Tell = (part) => {
      if (!signal.aborted) setStatus({ ...idle, ...part })
    }
    work(tell, signal).catch((error: unknown) => {
      tell({ text: keep.failed(item, error instanceof Error ? error.message : String(error)) })
    })
  }

  const start = (kind: KeepKind): void => {
    const item = keep.items[kind]
    begin(item, async (tell, signal) => {
      const text = keep.working(item)
      tell({ text, progress: 0 })
      const onProgress = (progress: number): void => tell({ text, progress })
      const perform = await loadPerformKeep()
      signal.throwIfAborted()
      const result = await perform(kind, makeContext(), { signal, onProgress })
      signal.throwIfAborted()
      tell(await handOver(result, { saved, copied: keep.copied, byHand }))
    })
  }
  const saved = (name: string, failures: number): string =>
    failures === 0 ? keep.saved(name) : keep.savedWithout(name, failures, count)
  const byHand = (text: string): Partial<KeepStatus> => ({
    text: keep.textByHand,
    byHand: { label: keep.textField, text },
  })
  const copyLink: KeepResultState['copyLink'] = (link) =>
    begin(keep.copyLink, async (tell) => {
      const text = await link()
      const isCopied = await writeToClipboard(text)
      tell(
        isCopied
          ? { text: keep.linkCopied(text.length, count) }
          : {
              text: keep.linkByHand(text.length, count),
              byHand: { label: keep.linkField, text },
            },
      )
    })
  const cancel = (): void => {
    running.current?.abort()
    running.current = null
    setStatus({ ...idle, text: keep.cancelled })
  }
  return { status, start, copyLink, cancel }
}

type Tell = (status: Partial<KeepStatus>) => void

/** What makes files is loaded once somebody wants one. */
async function loadPerformKeep(): Promise<PerformKeep> {
  const { performKeep } = await import('./performKeep.ts')
  return performKeep
}

interface HandOverWords {
  readonly saved: (name: string, failures: number) => string
  readonly copied: string
  readonly byHand: (text: string) => Partial<KeepStatus>
}

async function handOver(result: KeepResult, words: HandOverWords): Promise<Partial<KeepStatus>> {
  if (result.kind === 'text') {
    return (await writeToClipboard(result.text))
      ? { text: words.copied }
      : words.byHand(result.text)
  }
  saveFile(result.content, result.name)
  return { text: words.saved(result.name, result.failures) }
}
