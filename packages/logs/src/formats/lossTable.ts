import type { LogFormat, LogLine } from '../format.ts'
import type { LogRecord } from '../record.ts'
import { createRecordWriter } from './lineFormat.ts'

/**
 * A file that is nothing but two columns without a header, the step and the loss of single
 * precision, as torchtitan keeps them to compare runs with: `1 7.604050636291504`.
 *
 * It is known only at its end that nothing else stood in it, so its records come then. One line of
 * another form, a step that does not rise, or a number that single precision does not have, and the
 * file is not of this kind.
 */
export const lossTable: LogFormat = {
  name: 'loss_table',
  marks: [],
  createReader({ addNotice }) {
    const write = createRecordWriter()
    let records: LogRecord[] | null = []
    let isFull = false
    return {
      read(line) {
        if (records === null) return []
        const row = readRow(line)
        const previous = records.at(-1)?.step ?? -1
        if (row === null || row.step <= previous) {
          records = null
          return []
        }
        isFull ||= row.length >= fullLength
        const metrics = [['loss', row.loss]] as const
        records.push(...write({ phase: 'train', step: row.step, metrics }, line))
        return []
      },
      end() {
        if (records === null || records.length < minRows || !isFull) return []
        addNotice('table-without-header', headerMessage, 1)
        return records
      },
    }
  },
}

/** Fewer rows could be anything. */
const minRows = 3

const headerMessage =
  'Two columns without a header were read as the step and the loss: name them in a header if they are something else.'

const rowForm = /^(\d{1,9})[ \t](-?\d{1,5}\.\d{1,24}(?:e-?\d{1,3})?)$/

/** A number of single precision that is printed in full shows at least so much in some row. */
const fullLength = 9

interface Row {
  readonly step: number
  readonly loss: number
  /** How many characters the loss is written with. */
  readonly length: number
}

function readRow({ text }: LogLine): Row | null {
  if (text.length > 60) return null
  const [, step, written = ''] = rowForm.exec(text) ?? []
  const loss = Number(written)
  if (step === undefined || Math.fround(loss) !== loss) return null
  return { step: Number(step), loss, length: written.length }
}
