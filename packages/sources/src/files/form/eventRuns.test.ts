import { describe, expect, it } from 'vitest'
import { codesOf, idsOf, list, readSeries, rows, stateText } from '../../testdata/runFiles.ts'
import { textFile, type RunFile } from '../runFile.ts'
import { event, sessionStart, simple, version } from '../testdata/eventFiles.ts'

function eventFile(path: string, ...parts: readonly Uint8Array<ArrayBuffer>[]): RunFile {
  return { path, open: async () => new Blob([version, ...parts]) }
}

const points = (tag: string, values: readonly number[], from = 1): Uint8Array<ArrayBuffer>[] =>
  values.map((value, i) => event(from + i, simple(tag, value)))

const name = (second: number): string => `events.out.tfevents.170000000${second}.host.1.0`

describe('runs in event files', () => {
  it('makes the files of one folder one run, where the later value of a step stands', async () => {
    const files = [
      eventFile(`a/${name(2)}`, ...points('loss', [7, 6], 2)),
      eventFile(`a/${name(1)}`, ...points('loss', [9, 8, 5])),
      eventFile(`b/${name(1)}`, ...points('loss', [1])),
    ]
    const page = await list(...files)
    expect(idsOf(page)).toEqual(['a', 'b'])
    expect([...(await readSeries(files, 'train/loss')).values]).toEqual([9, 7, 6])
    expect(codesOf(page)).toEqual([`steps-repeat a/${name(2)}`])
  })

  it('drops what a writer made void that went on from an earlier step', async () => {
    const files = [
      eventFile(`a/${name(1)}`, ...points('loss', [9, 8, 7, 6])),
      eventFile(`a/${name(2)}`, sessionStart(3), ...points('loss', [5], 3)),
    ]
    expect([...(await readSeries(files, 'train/loss')).values]).toEqual([9, 8, 5])
    expect(codesOf(await list(...files))).toEqual([`resumed-run a/${name(2)}`])
  })

  it('joins the folders that Keras makes for training and validation', async () => {
    const page = await list(
      eventFile(`logs/train/${name(1)}.v2`, ...points('epoch_loss', [3, 2])),
      eventFile(`logs/validation/${name(1)}.v2`, ...points('epoch_loss', [4, 3])),
    )
    expect(idsOf(page)).toEqual(['logs'])
    expect([...(page.runs[0]?.metrics.keys() ?? [])]).toEqual(['train/loss', 'eval/loss'])
  })

  it('takes the events beside a state of the Trainer for the same run', async () => {
    const page = await list(
      textFile('out/trainer_state.json', stateText(rows)),
      eventFile(`out/runs/Nov21_12-00-00_host/${name(1)}`, ...points('train/loss', [9, 8])),
    )
    expect(idsOf(page)).toEqual(['out'])
    expect(page.runs[0]?.metrics.get('train/loss')?.count).toBe(rows.length)
  })

  it('keeps two tags apart that mean one metric and were logged at one step', async () => {
    const page = await list(
      eventFile(`a/${name(1)}`, ...points('loss', [3, 2]), ...points('total_loss', [5, 4])),
    )
    expect(Array.from(page.runs[0]?.metrics ?? [], ([metric, { last }]) => [metric, last])).toEqual(
      [
        ['train/loss', 2],
        ['total_loss', 4],
      ],
    )
  })

  it('says of a file without events that it holds none yet', async () => {
    const page = await list(eventFile(`a/${name(1)}`))
    expect([page.runs.length, ...codesOf(page)]).toEqual([0, `no-metrics a/${name(1)}`])
  })

  it('says what a pointer of Git LFS is, whatever its name', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12\n'
    const page = await list(textFile(`a/${name(1)}`, pointer))
    expect(page.notices?.[0]?.message).toContain('git lfs pull')
  })
})
