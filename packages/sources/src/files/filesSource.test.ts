import { describe, expect, it } from 'vitest'
import {
  csv,
  list,
  readOnly,
  idsOf,
  codesOf,
  rows,
  evalRow,
  summaryRow,
  stateText,
} from '../testdata/runFiles.ts'
import { droppedFiles, textFile, type RunFile } from './runFile.ts'
import { describeSource } from '../testing/index.ts'
import { filesSource } from './filesSource.ts'

describeSource('filesSource', () => ({
  source: filesSource({
    files: [
      textFile('a/trainer_state.json', stateText([...rows, evalRow, summaryRow])),
      textFile('b/metrics.csv', csv),
      textFile('c/broken.csv', 'step,loss\n'),
      textFile('d/__proto__/metrics.csv', csv),
    ],
  }),
  metric: 'train/loss',
}))

describe('how files are read', () => {
  const countedFile = (opened: string[], path: string): RunFile => ({
    path,
    open: async () => {
      opened.push(path)
      return new Blob([csv])
    },
  })

  it('opens nothing before it is asked, and each file once', async () => {
    const opened: string[] = []
    const source = filesSource({
      files: [countedFile(opened, 'a.csv'), countedFile(opened, 'b/b.csv')],
    })
    expect(opened).toEqual([])
    await Promise.all([source.listRuns({}), source.listRuns({})])
    await source.readSeries([{ runId: 'b', metric: 'train/loss' }])
    expect(opened).toEqual(['a.csv', 'b/b.csv'])
  })

  it('stops reading when all who asked have gone, and begins anew for the next', async () => {
    const opened: string[] = []
    const files = Array.from({ length: 20 }, (_, i) => countedFile(opened, `${i}/a.csv`))
    const source = filesSource({ files })
    const controller = new AbortController()
    const asked = source.listRuns({}, { signal: controller.signal })
    controller.abort()
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' })
    expect(opened.length).toBeLessThan(20)
    expect((await source.listRuns({})).runs).toHaveLength(20)
  })

  it('reads a console with more records than a call has room for', async () => {
    const log = "{'loss': 3.5, 'epoch': 1.0}\n".repeat(150_000)
    expect((await readOnly(textFile('a/train.log', log))).metrics.get('train/loss')?.count).toBe(
      150_000,
    )
  })

  it('reads text in UTF-16, as PowerShell writes it, and skips byte order marks', async () => {
    const bytes = new Uint8Array(
      new Uint16Array(Array.from(`\uFEFF${csv}`, (c) => c.charCodeAt(0))).buffer,
    )
    const wide = { path: 'a/m.csv', open: async () => new Blob([bytes]) }
    const marked = textFile('b/m.csv', `\uFEFF${csv}`)
    const { runs } = await list(wide, marked)
    expect(runs.map((run) => run.metrics.get('train/loss')?.count)).toEqual([4, 4])
  })

  it('takes paths of Windows and of a shell for the same folders', async () => {
    const page = await list(textFile('.\\runs\\a\\m.csv', csv), textFile('./runs//b/m.csv', csv))
    expect(idsOf(page)).toEqual(['runs/a', 'runs/b'])
  })

  it('reads the first of files with one path, and says that there were more', async () => {
    const page = await list(textFile('a/m.csv', csv), textFile('a/m.csv', ''))
    expect([...idsOf(page), ...codesOf(page)]).toEqual(['a', 'same-path a/m.csv'])
  })

  it('tells dropped files of one name apart', async () => {
    const file = (): File => new File([stateText(rows)], 'trainer_state.json')
    const page = await list(...droppedFiles([file(), file()]))
    expect(idsOf(page)).toEqual(['(2)', 'trainer_state.json'])
  })
})
