import { chartCsv } from './chartCsv.ts'
import { chartPng } from './chartPng.ts'
import { svgWork } from './chartSvg.ts'
import type { ExportRequest } from './exportRequest.ts'
import { inSlices } from './inSlices.ts'
import type { ExportKind } from './messages.ts'
import { fileName, saveFile } from './saveFile.ts'

export interface ExportRun {
  readonly scale: number
  readonly signal: AbortSignal
  readonly onProgress: (progress: number) => void
}

export type PerformExport = typeof performExport

/** Does an export, and returns the name of the file that was saved; `null` where it was copied. */
export async function performExport(
  kind: ExportKind,
  makeRequest: () => ExportRequest,
  { scale, signal, onProgress }: ExportRun,
): Promise<string | null> {
  const request = makeRequest()
  const { title, exportedAtMs } = request
  const save = (blob: Blob, file: 'png' | 'svg' | 'csv', part?: string): string => {
    signal.throwIfAborted()
    const name = fileName(title, {
      exportedAtMs,
      kind: file,
      ...(part === undefined ? {} : { part }),
    })
    saveFile(blob, name)
    return name
  }
  switch (kind) {
    case 'png':
      return save(await chartPng(request, scale), 'png')
    case 'svg': {
      const svg = await inSlices(() => svgWork(request), { signal, onProgress })
      return save(new Blob([svg], { type: 'image/svg+xml' }), 'svg')
    }
    case 'csvShown':
      return save(await chartCsv(request, 'shown', { signal, onProgress }), 'csv', 'shown')
    case 'csvAll':
      return save(await chartCsv(request, 'all', { signal, onProgress }), 'csv', 'all')
    default:
      await copyImage(chartPng(request, scale))
      return null
  }
}

/** Given as a promise: some browsers allow copying only at once after the click. */
async function copyImage(png: Promise<Blob>): Promise<void> {
  const copied = navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
  // Where no image could be made, its own words say more than the clipboard's.
  await Promise.all([png, copied])
}
