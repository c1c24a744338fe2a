import { visibleText } from '../../format/visibleText.ts'

const longestName = 80

/** A browser reads the file after the click: it must still be there. */
const heldMs = 30_000

/**
 * Returns the name of a file: the title in letters and digits, which part of the data it holds, and
 * the date in UTC, such as `eval-loss-shown-2026-11-21.csv`.
 */
export function fileName(
  title: string,
  {
    part,
    exportedAtMs,
    kind,
  }: {
    readonly part?: string
    readonly exportedAtMs: number
    readonly kind: 'png' | 'svg' | 'csv'
  },
): string {
  const words = visibleText(title)
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('-')
  const date = new Date(exportedAtMs).toISOString().slice(0, 10)
  // Cut by characters: half of one is no name.
  const name = Array.from(words).slice(0, longestName).join('') || 'chart'
  return `${[name, ...(part === undefined ? [] : [part]), date].join('-')}.${kind}`
}

/** Hands a file to the browser to be saved. Nothing is sent anywhere. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), heldMs)
}
