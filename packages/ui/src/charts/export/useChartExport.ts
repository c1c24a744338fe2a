import { useEffect, useRef, useState, type RefObject } from 'react'
import { useChart, useChartPicture } from '../chartContext.ts'
import { useChartWords } from '../chartWords.ts'
import { shownIn } from '../model/shownIn.ts'
import type { ExportRequest } from './exportRequest.ts'
import type { ExportKind } from './messages.ts'
import type { PerformExport } from './performExport.ts'
import { readExportLooks } from './readExportLooks.ts'
import { useUngroupedModel } from './ungroupedModel.ts'

/** How far an export is, in words; empty before the first. */
export interface ExportStatus {
  readonly text: string
  /** How much is done in percent; empty where it is not told. */
  readonly progress: string
}

export interface ChartExportResult {
  /** What can be exported here, in the order of the menu. */
  readonly kinds: readonly ExportKind[]
  readonly status: ExportStatus
  readonly start: (kind: ExportKind) => void
}

export interface ChartExportSettings {
  /** Pixels of an image to each of the page, 1 to 8. */
  readonly scale: number
  /** Tells the time in Unix milliseconds. */
  readonly now: () => number
}

/** Narrower than this a plot is no picture to show others. */
const leastWidth = 480
const idle: ExportStatus = { text: '', progress: '' }

/**
 * Returns what exports the chart around. `probe` is an element within it whose colours are its own;
 * an export that is started calls off the one before.
 */
export function useChartExport(
  probe: RefObject<HTMLElement | null>,
  { scale, now }: ChartExportSettings,
): ChartExportResult {
  const { messages, formatters } = useChartWords()
  const makeRequest = useRequest(probe, now)
  const hasAll = useHasAll()
  const [status, setStatus] = useState(idle)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const start = (kind: ExportKind): void => {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    const { exports: words } = messages
    const tell = (text: string, progress = ''): void => {
      if (!signal.aborted) setStatus({ text, progress })
    }
    const working = words.working(words.items[kind])
    tell(working)
    const onProgress = (share: number): void =>
      tell(working, formatters.markedPercent(String(Math.floor(share * 100))))
    void loadExport()
      .then((performExport) => performExport(kind, makeRequest, { scale, signal, onProgress }))
      .then(
        (name) => tell(name === null ? words.copied : words.saved(name)),
        (error: unknown) => {
          const reason = error instanceof Error ? error.message : String(error)
          tell(words.failed(words.items[kind], reason))
        },
      )
  }
  return { kinds: exportKinds(hasAll), status, start }
}

/** What draws and writes an export is loaded once somebody opens the menu. */
export async function loadExport(): Promise<PerformExport> {
  const { performExport } = await import('./performExport.ts')
  return performExport
}

function useHasAll(): boolean {
  const { model } = useChart('Chart.Export')
  const makeUngrouped = useUngroupedModel()
  return model.grouping === null || makeUngrouped !== null
}

function exportKinds(hasAll: boolean): readonly ExportKind[] {
  const canCopy = typeof ClipboardItem !== 'undefined' && 'clipboard' in navigator
  return [
    'png',
    'svg',
    'csvShown',
    ...(hasAll ? (['csvAll'] as const) : []),
    ...(canCopy ? (['copy'] as const) : []),
  ]
}

/** Returns what takes the chart as it is at that moment, points that came past React among it. */
function useRequest(probe: RefObject<HTMLElement | null>, now: () => number): () => ExportRequest {
  const { chartId, title, subject, store, marks, pending, height } = useChart('Chart.Export')
  const { model: rendered, live } = useChartPicture('Chart.Export')
  const makeUngrouped = useUngroupedModel()
  const words = useChartWords()
  return () => {
    const element = probe.current
    if (element === null) throw new Error('The chart is no longer on the page.')
    const model = live?.get() ?? rendered
    const width = element.closest('figure')?.clientWidth ?? 0
    return {
      title,
      subject,
      model,
      marks,
      pending,
      height,
      ungrouped: model.grouping === null ? model : (makeUngrouped?.() ?? null),
      shown: shownIn(store.get(), chartId),
      width: Math.max(leastWidth, width),
      looks: readExportLooks(element),
      ...words,
      exportedAtMs: now(),
    }
  }
}
