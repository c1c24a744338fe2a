import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { codesOf, idsOf, list } from '../../testdata/runFiles.ts'
import { textFile, type RunFile } from '../runFile.ts'
import { gunzip } from './gunzip.ts'

const log = "{'loss': 3.5, 'epoch': 1.0}\n"

function packedFile(path: string, text: string, length?: number): RunFile {
  return { path, open: async () => new Blob([new Uint8Array(gzipSync(text)).slice(0, length)]) }
}

describe('a file that was packed', () => {
  it('is read as what is in it', async () => {
    const page = await list(
      packedFile('a/train.log.gz', log),
      packedFile('b/metrics.csv.gz', 'step,loss\n1,3\n'),
      packedFile('c/metrics.jsonl.gz', '{"step": 1, "loss": 2}\n'),
    )
    expect(idsOf(page)).toEqual(['a', 'b', 'c'])
    expect(page.runs.map(({ metrics }) => metrics.get('train/loss')?.last)).toEqual([3.5, 3, 2])
  })

  it('is the beginning of the log it was put away from', async () => {
    const lines = [4, 3, 2, 1].map((loss, i) => `{'loss': ${loss}, 'epoch': ${i + 1}.0}\n`)
    const page = await list(
      textFile('a/run.log', lines[3] ?? ''),
      textFile('a/run.log.1', lines[2] ?? ''),
      packedFile('a/run.log.2.gz', lines.slice(0, 2).join('')),
    )
    expect(idsOf(page)).toEqual(['a'])
    expect(page.runs[0]?.metrics.get('train/loss')).toMatchObject({ count: 4, last: 1 })
  })

  it('keeps what comes before the place where it breaks off', async () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `{'loss': ${i}.5, 'epoch': ${i}.0}\n`)
    const page = await list(packedFile('a/run.log.gz', text.join(''), 20_000))
    expect(codesOf(page)).toContain('cut-file a/run.log.gz')
    expect(page.runs[0]?.metrics.get('train/loss')?.count).toBeGreaterThan(100)
  })

  it('is not unpacked without end', async () => {
    const zeros = new Blob([new Uint8Array(gzipSync(Buffer.alloc(1024 * 1024)))])
    const { signal } = new AbortController()
    expect((await gunzip(zeros, signal)).blob.size).toBe(1024 * 1024)
    await expect(gunzip(zeros, signal, 1024 * 1023)).rejects.toThrow(/more than 1047552 bytes/)
  })

  it('is left alone where nothing can be in it', async () => {
    const never = (path: string): RunFile => ({ path, open: () => Promise.reject(new Error(path)) })
    const page = await list(never('a/data.tar.gz'), never('a/weights.bin.gz'), never('a/x.gz'))
    expect(page.notices).toBeUndefined()
  })
})
