import type { LogFormat, LogReader } from '../format.ts'
import { readLeadingNumber, readNumber } from '../text/readNumber.ts'
import { createRecordWriter, type LineReading } from './lineFormat.ts'

/**
 * The console of Ultralytics and of YOLOv5: rows under their heads.
 *
 * `      Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size`
 * `      1/100       2.5G      1.234      2.345      1.111         12        640: 100%|█████| 8/8`
 * `                 Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100%|`
 * `                   all        128        929       0.64      0.537      0.605      0.446`
 *
 * and in classification `classes   top1_acc   top5_acc: 100%|` above `all   0.76   0.98`.
 *
 * A row of training is the title of a bar: only its full frame is read, once for each epoch. What
 * is validated belongs to the epoch above it, but for the best model's, after the last epoch.
 */
export const yolo: LogFormat = {
  name: 'yolo',
  marks: ['GPU_mem', 'gpu_mem', 'mAP', 'top1_acc', '100%', ' all ', ' epochs completed in '],
  createReader: createYoloReader,
}

function createYoloReader(): LogReader {
  const write = createRecordWriter()
  let trainColumns: readonly string[] = []
  let evalColumns: readonly string[] = []
  let countColumns = 0
  let epoch: number | null = null
  let isRowRead = false

  const readLine = (text: string): LineReading | null => {
    if (text.includes(' epochs completed in ')) epoch = null
    const words = text.split(/\s+/).filter((word) => word !== '')
    if (words[0] === 'Epoch' && words[1]?.toLowerCase() === 'gpu_mem') {
      trainColumns = words.slice(1)
      isRowRead = false
      return null
    }
    if (words[0] === 'Class' && words[1] === 'Images') {
      countColumns = 3
      evalColumns = readColumns(words.slice(countColumns))
      return null
    }
    if (words[0] === 'classes' && words[1] === 'top1_acc') {
      countColumns = 1
      evalColumns = readColumns(words.slice(countColumns))
      return null
    }
    if (words[0] === 'all') return readEvaluation(words.slice(countColumns), evalColumns, epoch)
    if (isRowRead) return null
    const reading = readTraining(words, trainColumns)
    isRowRead = reading !== null
    epoch = reading?.epoch ?? epoch
    return reading
  }

  return {
    read(line) {
      const reading = readLine(line.text)
      return reading === null ? [] : write(reading, line)
    },
  }
}

/** What the last batch held, and how large its pictures were. */
const batchColumns: ReadonlySet<string> = new Set([
  'Instances',
  'Size',
  'labels',
  'img_size',
  'targets',
])

const place = /^(\d+)\/\d+$/

/** `1/100 2.5G 1.234 2.345 1.111 12 640: 100%|█████| 8/8 [00:05<00:00]` */
function readTraining(
  [count = '', ...cells]: readonly string[],
  columns: readonly string[],
): LineReading | null {
  const epoch = place.exec(count)?.[1]
  const size = cells[columns.length - 1] ?? ''
  const bar = cells[columns.length] ?? ''
  if (epoch === undefined || columns.length === 0) return null
  if (!size.endsWith(':') || !bar.startsWith('100%')) return null
  const metrics = new Map<string, number>()
  for (const [index, name] of columns.entries()) {
    const value = readLeadingNumber(cells[index] ?? '')
    if (value !== null && !batchColumns.has(name)) metrics.set(name, value)
  }
  return { phase: 'train', epoch: Number(epoch), metrics }
}

/** `Box(P R mAP50 mAP50-95)` gives `Box(P)`, `Box(R)` …; a head without brackets, its own words. */
function readColumns(words: readonly string[]): string[] {
  const names: string[] = []
  let group: string | null = null
  for (const word of words) {
    const open = word.indexOf('(')
    if (open !== -1) group = word.slice(0, open)
    const isLast = word.endsWith(':')
    const name = word
      .slice(open + 1)
      .replace(/:$/, '')
      .replace(/\)$/, '')
    names.push(group === null ? name : `${group}(${name})`)
    if (word.includes(')')) group = null
    if (isLast) return names
  }
  return names
}

function readEvaluation(
  cells: readonly string[],
  columns: readonly string[],
  epoch: number | null,
): LineReading | null {
  const values = cells.map(readNumber)
  if (columns.length === 0 || values.length !== columns.length) return null
  const metrics = new Map<string, number>()
  for (const [index, name] of columns.entries()) {
    const value = values[index] ?? null
    if (value === null) return null
    metrics.set(name, value)
  }
  return { phase: 'eval', epoch, metrics }
}
