import { mkdtempSync, openAsBlob, readdirSync, rmSync, statSync } from 'node:fs'
import { appendFile, mkdir, rename, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RunEvent, RunSource } from '../../source.ts'
import { describeSource } from '../../testing/index.ts'
import { filesSource } from '../filesSource.ts'
import { textFile, type RunFile } from '../runFile.ts'

/** A real folder that a source follows; `tell` says that something changed. */
interface Followed {
  readonly source: RunSource
  readonly events: readonly (readonly string[])[]
  /** The bytes that were read of each file since this was last asked. */
  readCounts(): ReadonlyMap<string, number>
  tell(): void
  stop(): void
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runoff-follow-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function filesNow(onRead: (path: string, bytes: number) => void): readonly RunFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = join(entry.parentPath, entry.name)
      const { size, mtimeMs, ctimeMs, ino } = statSync(full)
      const path = full.slice(folder.length + 1)
      const open = async (): Promise<Blob> =>
        counted(await openAsBlob(full), (bytes) => onRead(path, bytes))
      const identity = String(ino)
      return { path, size, modifiedAtMs: mtimeMs, identity, version: String(ctimeMs), open }
    })
}

/** A file that tells how much of it is streamed; what it is known by is read past that. */
function counted(blob: Blob, onRead: (bytes: number) => void): Blob {
  return new Proxy(blob, {
    get(target, name) {
      if (name === 'stream') onRead(target.size)
      if (name === 'slice') {
        return (from?: number, to?: number) => counted(target.slice(from, to), onRead)
      }
      const value: unknown = Reflect.get(target, name, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function followed(): Followed {
  const events: (readonly string[])[] = []
  const counts = new Map<string, number>()
  const onRead = (path: string, bytes: number): void => {
    counts.set(path, (counts.get(path) ?? 0) + bytes)
  }
  let change: ((files: readonly RunFile[]) => void) | null = null
  const source = filesSource({
    files: filesNow(onRead),
    follow: (onChange) => {
      change = onChange
      return () => (change = null)
    },
  })
  const stop = source.watch?.({}, (event: RunEvent) => {
    if (event.kind === 'runs-changed') events.push(event.runIds)
  })
  return {
    source,
    events,
    readCounts() {
      const copy = new Map(counts)
      counts.clear()
      return copy
    },
    tell: () => change?.(filesNow(onRead)),
    stop: () => stop?.(),
  }
}

const line = (loss: number, epoch: number): string => `{'loss': ${loss}, 'epoch': ${epoch}}\n`
const lines = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => line(1000 - from - i, from + i + 1)).join('')

const logged = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `step ${from + i} | loss ${1000 - from - i}\n`).join(
    '',
  )

async function write(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const append = (path: string, text: string): Promise<void> => appendFile(join(folder, path), text)

async function lossOf(source: RunSource, runId: string): Promise<readonly number[]> {
  const [result] = await source.readSeries([{ runId, metric: 'train/loss' }])
  return [...(result?.series?.values ?? [])]
}

async function codesNow(source: RunSource): Promise<readonly string[]> {
  const { notices = [] } = await source.listRuns({})
  return notices.filter(({ code }) => code !== 'no-step').map(({ code }) => code)
}

const losses = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => 1000 - from - i)

describe('a folder that is followed', () => {
  it('is read on where a log has grown, and only there', async () => {
    // Larger than what is read at once.
    await write('a/train.log', lines(0, 3000))
    await write('b/train.log', lines(0, 3000))
    const { source, events, readCounts, tell } = followed()
    expect(await lossOf(source, 'a')).toEqual(losses(0, 3000))
    readCounts()
    const added = lines(3000, 3005)
    await append('a/train.log', added)
    tell()
    await vi.waitFor(() => expect(events).toEqual([['a']]))
    expect(await lossOf(source, 'a')).toEqual(losses(0, 3005))
    expect([...readCounts()]).toEqual([['a/train.log', added.length]])
  })

  it('shows the last line before its end is written, and once it is', async () => {
    await write('a/train.log', lines(0, 3000))
    const { source, events, tell } = followed()
    await source.listRuns({})
    const next = line(5, 3001)
    for (const [i, part] of [next.slice(0, 9), next.slice(9, -1), '\n'].entries()) {
      await append('a/train.log', part)
      tell()
      const expected = i === 0 ? losses(0, 3000) : [...losses(0, 3000), 5]
      await vi.waitFor(async () => expect(await lossOf(source, 'a')).toEqual(expected))
    }
    await vi.waitFor(() => expect(events).toEqual([['a']]))
  })

  it('reads JSON Lines on, and a character that was cut in two', async () => {
    const rowAt = (step: number): string => `{"step": ${step}, "loss": ${step}, "läge": ${step}}\n`
    await write('a/m.jsonl', Array.from({ length: 3000 }, (_, i) => rowAt(i)).join(''))
    const { source, tell } = followed()
    await source.listRuns({})
    const bytes = Buffer.from(rowAt(3000))
    const cut = bytes.indexOf(0xa4)
    await appendFile(join(folder, 'a/m.jsonl'), bytes.subarray(0, cut))
    tell()
    await source.listRuns({})
    await appendFile(join(folder, 'a/m.jsonl'), bytes.subarray(cut))
    tell()
    const { runs } = await source.listRuns({})
    expect(runs[0]?.metrics.get('läge')).toMatchObject({ last: 3000, count: 3001 })
    expect(await codesNow(source)).toEqual([])
  })

  it('reads a log anew that was emptied, and says so', async () => {
    await write('a/train.log', lines(0, 300))
    const { source, events, tell } = followed()
    await source.listRuns({})
    await truncate(join(folder, 'a/train.log'))
    await append('a/train.log', lines(300, 302))
    tell()
    await vi.waitFor(() => expect(events).toEqual([['a']]))
    expect(await lossOf(source, 'a')).toEqual(losses(300, 302))
    expect(await codesNow(source)).toEqual(['log-truncated'])
  })

  it('says that a log was emptied also where it was seen empty', async () => {
    await write('a/train.log', lines(0, 300))
    const { source, tell } = followed()
    await source.listRuns({})
    await truncate(join(folder, 'a/train.log'))
    tell()
    expect(await codesNow(source)).toEqual(['unreadable-file'])
    await append('a/train.log', lines(300, 302))
    tell()
    expect(await lossOf(source, 'a')).toEqual(losses(300, 302))
    expect(await codesNow(source)).toEqual(['log-truncated'])
  })

  it('reads a log anew that another took the place of, though it is longer', async () => {
    await write('a/train.log', lines(0, 300))
    const { source, tell } = followed()
    await source.listRuns({})
    await rm(join(folder, 'a/train.log'))
    await write('a/train.log', lines(400, 800))
    tell()
    expect(await lossOf(source, 'a')).toEqual(losses(400, 800))
    expect(await codesNow(source)).toEqual(['log-replaced'])
    await append('a/train.log', lines(800, 801))
    tell()
    expect(await lossOf(source, 'a')).toEqual(losses(400, 801))
  })

  it('shows no half of a number that a script has yet to write', async () => {
    await write('a/train.log', logged(0, 4000))
    await write('b/m.csv', 'step,loss\n1,3\n2,0.1')
    const { source, tell } = followed()
    expect(await lossOf(source, 'b')).toEqual([3])
    await append('a/train.log', 'step 4000 | loss 0.1')
    tell()
    expect(await lossOf(source, 'a')).toEqual(losses(0, 4000))
    await append('a/train.log', '7\n')
    await append('b/m.csv', '7\n')
    tell()
    expect(await lossOf(source, 'a')).toEqual([...losses(0, 4000), 0.17])
    expect(await lossOf(source, 'b')).toEqual([3, 0.17])
  })

  it('takes the end of a log for whole that has rested for long', async () => {
    await write('a/train.log', `${logged(0, 300)}step 300 | loss 0.1`)
    await utimes(join(folder, 'a/train.log'), 1, 1)
    const { source } = followed()
    expect(await lossOf(source, 'a')).toEqual([...losses(0, 300), 0.1])
  })

  it('doubles no point while a log is copied, emptied and compressed, and says what is lost', async () => {
    await write('a/train.log', lines(0, 300))
    const { source, tell } = followed()
    const expectLosses = async (to: number): Promise<void> => {
      tell()
      expect(await lossOf(source, 'a')).toEqual(losses(0, to))
    }
    await expectLosses(300)
    await write('a/train.log.1', lines(0, 300).slice(0, 5000))
    await expectLosses(300)
    await write('a/train.log.1', lines(0, 300))
    await expectLosses(300)
    await truncate(join(folder, 'a/train.log'))
    await append('a/train.log', lines(300, 302))
    await expectLosses(302)
    expect(await codesNow(source)).toEqual(['log-copied'])
    await write('a/train.log.1.gz', gzipSync(lines(0, 300)).subarray(0, 500))
    await expectLosses(302)
    await write('a/train.log.1.gz', gzipSync(lines(0, 300)))
    await rm(join(folder, 'a/train.log.1'))
    await expectLosses(302)
  })

  it('says what is lost where the oldest log makes room', async () => {
    await write('a/train.log.1', lines(0, 300))
    await write('a/train.log', lines(300, 600))
    const { source, tell } = followed()
    expect(await lossOf(source, 'a')).toEqual(losses(0, 600))
    await rename(join(folder, 'a/train.log'), join(folder, 'a/train.log.1'))
    await write('a/train.log', lines(600, 900))
    tell()
    expect(await lossOf(source, 'a')).toEqual(losses(300, 900))
    const { notices = [] } = await source.listRuns({})
    const gaps = notices.filter(({ code }) => code.startsWith('log-'))
    expect(gaps.map(({ code, path }) => [code, path])).toEqual([['log-replaced', 'a/train.log.1']])
  })

  it('reads a file anew that was replaced by one of the same size and time', async () => {
    await write('a/metrics.csv', 'step,loss\n1,3\n')
    await utimes(join(folder, 'a/metrics.csv'), 1, 1)
    const { source, tell } = followed()
    expect(await lossOf(source, 'a')).toEqual([3])
    await write('a/metrics.csv', 'step,loss\n1,4\n')
    await utimes(join(folder, 'a/metrics.csv'), 1, 1)
    tell()
    expect(await lossOf(source, 'a')).toEqual([4])
  })

  it('passes over the rest of a line that is far too long', async () => {
    const long = 'x'.repeat(5 * 1024 * 1024)
    await write('a/train.log', `${lines(0, 300)}${long}\n${lines(300, 302)}`)
    await write(
      'b/m.jsonl',
      `{"step": 1, "loss": 3}\n{"text": "${long}"}\n{"step": 2, "loss": 2}\n`,
    )
    const { source } = followed()
    expect(await lossOf(source, 'a')).toEqual(losses(0, 302))
    expect(await lossOf(source, 'b')).toEqual([3, 2])
    expect(await codesNow(source)).toEqual(['line-too-long', 'bad-line'])
  })

  it('loses nothing of a log that was put away under a number', async () => {
    await write('a/train.log', lines(0, 300))
    const { source, tell } = followed()
    await source.listRuns({})
    await rename(join(folder, 'a/train.log'), join(folder, 'a/train.log.1'))
    await write('a/train.log', lines(300, 302))
    tell()
    expect(await lossOf(source, 'a')).toEqual(losses(0, 302))
    expect(await codesNow(source)).toEqual([])
  })

  it('reads what stands behind the hole that a copied and emptied log has', async () => {
    await write('a/train.log', lines(0, 300))
    const { source, tell } = followed()
    await source.listRuns({})
    await write('a/train.log', '\0'.repeat(20_000) + lines(300, 302))
    tell()
    expect(await lossOf(source, 'a')).toEqual(losses(300, 302))
    expect(await codesNow(source)).toContain('log-truncated')
  })

  it('tells of runs that came and went', async () => {
    await write('a/metrics.csv', 'step,loss\n1,3\n')
    const { source, events, tell } = followed()
    await source.listRuns({})
    await write('b/metrics.csv', 'step,loss\n1,3\n')
    tell()
    await vi.waitFor(() => expect(events).toEqual([['b']]))
    await rm(join(folder, 'a'), { recursive: true })
    tell()
    await vi.waitFor(() => expect(events).toEqual([['b'], ['a']]))
    expect((await source.listRuns({})).runs.map(({ id }) => id)).toEqual(['b'])
  })

  it('knows a file again that began with too little to be known', async () => {
    await write('a/training.log', '')
    const { source, events, tell } = followed()
    expect(await codesNow(source)).toEqual(['unreadable-file'])
    await append('a/training.log', 'epoch,loss\n')
    tell()
    await append('a/training.log', '0,3\n1,2\n')
    tell()
    await vi.waitFor(() => expect(events.flat()).toContain('a'))
    expect(await lossOf(source, 'a')).toEqual([3, 2])
  })

  it('tells nothing where a file was touched and holds the same', async () => {
    await write('a/metrics.csv', 'step,loss\n1,3\n')
    await write('b/metrics.csv', 'step,loss\n1,3\n')
    const { source, events, tell } = followed()
    await source.listRuns({})
    await write('a/metrics.csv', 'step,loss\n1,3\n')
    await write('b/metrics.csv', 'step,loss\n1,4\n')
    tell()
    await vi.waitFor(() => expect(events).toEqual([['b']]))
  })

  it('shows the others, and then all, when one file cannot be read for a while', async () => {
    let broken = true
    const bad: RunFile = {
      path: 'bad/m.csv',
      open: async () => {
        if (broken) throw new Error('busy')
        return new Blob(['step,loss\n1,1\n'])
      },
    }
    const all = [bad, textFile('good/m.csv', 'step,loss\n1,3\n')]
    let change: (files: readonly RunFile[]) => void = () => {}
    const source = filesSource({
      files: all,
      follow: (onChange) => ((change = onChange), () => {}),
    })
    source.watch?.({}, () => {})
    expect((await source.listRuns({})).runs.map(({ id }) => id)).toEqual(['good'])
    broken = false
    change(all)
    expect((await source.listRuns({})).runs.map(({ id }) => id)).toEqual(['bad', 'good'])
  })

  it('stops following when nobody watches any more, and begins again', async () => {
    const starts: string[] = []
    const source = filesSource({
      files: [],
      follow: () => {
        starts.push('start')
        return () => starts.push('stop')
      },
    })
    const first = source.watch?.({}, () => {})
    const second = source.watch?.({}, () => {})
    first?.()
    expect(starts).toEqual(['start'])
    second?.()
    source.watch?.({}, () => {})
    expect(starts).toEqual(['start', 'stop', 'start'])
  })

  it('cannot be watched where nothing tells of changes', () => {
    expect(filesSource({ files: [] }).watch).toBeUndefined()
  })
})

const points = Array.from({ length: 6 }, (_, i) => `${i},${9 - i}\n`).join('')

describeSource('filesSource that follows', () => ({
  source: filesSource({
    files: ['a', 'b'].map((name) => textFile(`${name}/m.csv`, `step,loss\n${points}`)),
    follow: () => () => {},
  }),
  metric: 'train/loss',
}))
