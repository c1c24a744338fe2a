import type { Notice } from '@runoff/core'
import type { FileReading } from '../growth/fileReading.ts'
import { readRecords, startPlace } from './wandbRecords.ts'
import { wandbRun } from './wandbRun.ts'

/**
 * Returns a reading of a `run-….wandb` file: the history, the settings, the summary and the end of
 * one run. A last record that breaks off is being written, and is read with the next.
 *
 * @see https://github.com/wandb/wandb/blob/main/wandb/proto/wandb_internal.proto
 */
export function wandbReading(): FileReading {
  const run = wandbRun()
  const place = startPlace()
  let unreadable = 0
  return {
    goesOn: true,
    async read(blob, { signal, isLast }) {
      const onRecord = (record: Uint8Array): void => {
        try {
          run.add(record)
        } catch {
          unreadable++
        }
      }
      const isCut = await readRecords(blob, place, { signal, onRecord })
      const damaged = place.damaged + unreadable
      const notices = [...badRecords(damaged), ...(isCut && isLast ? [cutTail] : [])]
      return { content: { kind: 'wandb', runs: [run.run()] }, notices }
    },
  }
}

function badRecords(count: number): readonly Notice[] {
  if (count === 0) return []
  const places = count === 1 ? 'place' : 'places'
  return [
    {
      code: 'bad-record',
      message: `The file is damaged in ${count} ${places}: what stood there is left out, the rest was read.`,
      count,
    },
  ]
}

const cutTail: Notice = {
  code: 'cut-file',
  message: 'The last record breaks off, as that of a run does that goes on or was killed.',
}
