import { byteWindow } from '../binary/byteWindow.ts'
import { crc32c } from '../binary/crc.ts'
import { viewOf } from '../binary/protobuf.ts'
import type { FileReading } from '../growth/fileReading.ts'
import { eventRun, type EventRun } from './eventRun.ts'

/** `u64 length · u32 crc(length) · data · u32 crc(data)`. */
const headBytes = 12
const crcBytes = 4

/** Past this a record is a graph or a video, and is passed over unread. */
const maxRecordBytes = 64 * 1024 * 1024

/**
 * Returns a reading of a TensorBoard event file. A last record that breaks off is being written,
 * and is read with the next. A record whose checksum is wrong is left out; where its length cannot
 * be trusted either, so is what comes after it.
 *
 * @see https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details
 */
export function eventReading(): FileReading {
  const run = eventRun()
  let offset = 0
  let isBroken = false
  return {
    goesOn: true,
    async read(blob, { signal, isLast }) {
      const window = byteWindow(blob, signal)
      while (!isBroken) {
        const head = await window.bytes(offset, headBytes)
        if (head.length < headBytes) break
        if (masked(head.subarray(0, 8)) !== viewOf(head).getUint32(8, true)) {
          isBroken = true
          break
        }
        const length = lengthOf(head)
        if (offset + headBytes + length + crcBytes > blob.size) break
        if (length <= maxRecordBytes) {
          const data = await window.bytes(offset + headBytes, length + crcBytes)
          addRecord(run, data, length)
        } else run.skip('large')
        offset += headBytes + length + crcBytes
      }
      const isCut = isLast && !isBroken && offset < blob.size
      return run.content({ isBroken, isCut })
    },
  }
}

function addRecord(run: EventRun, data: Uint8Array, length: number): void {
  const bytes = data.subarray(0, length)
  if (masked(bytes) === viewOf(data).getUint32(length, true)) run.add(bytes)
  else run.skip('damaged')
}

function lengthOf(head: Uint8Array): number {
  const view = viewOf(head)
  return view.getUint32(4, true) * 2 ** 32 + view.getUint32(0, true)
}

function masked(bytes: Uint8Array): number {
  const crc = crc32c(bytes)
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0
}
