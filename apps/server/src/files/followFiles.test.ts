import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { RunFile } from '@runoff/sources/files'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followFiles, type FollowOptions } from './followFiles.ts'

let folder: string
let stops: (() => void)[] = []
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'runoff-follow-')))
})
afterEach(() => {
  for (const stop of stops) stop()
  stops = []
  rmSync(folder, { recursive: true })
})

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const pathsOf = (files: readonly RunFile[]): readonly string[] =>
  files.map(({ path }) => path).toSorted()

/** Follows the folder and returns what it told last. */
function follow(options: FollowOptions = {}): () => readonly RunFile[] {
  const followed = followFiles(folder, { gatherMs: 5, ...options })
  let last = followed.files
  stops.push(followed.follow((files) => (last = files)))
  return () => last
}

const patient = { timeout: 10_000 }

describe('followFiles', () => {
  it('lists what may be a log at any depth, and neither links nor what is never one', () => {
    write('a/deep/metrics.jsonl', '{}')
    write('a/model.safetensors', 'weights')
    write('.git/config.json', '{}')
    write('node_modules/x/package.json', '{}')
    write('.hidden/run.log', 'x')
    symlinkSync(join(folder, 'a'), join(folder, 'again'))
    symlinkSync(join(folder, 'a/deep/metrics.jsonl'), join(folder, 'link.jsonl'))
    expect(pathsOf(followFiles(folder).files)).toEqual(['a/deep/metrics.jsonl'])
  })

  it('tells of files that come, grow and go, each with what it holds by then', async () => {
    write('a/run.log', 'one')
    const files = follow()
    write('b/run.log', 'new')
    await vi.waitFor(() => expect(pathsOf(files())).toEqual(['a/run.log', 'b/run.log']), patient)
    appendFileSync(join(folder, 'a/run.log'), ' two')
    await vi.waitFor(async () => {
      const a = files().find(({ path }) => path === 'a/run.log')
      expect(await (await a?.open())?.text()).toBe('one two')
      expect(a?.modifiedAtMs).toBeGreaterThan(0)
    }, patient)
    rmSync(join(folder, 'b'), { recursive: true })
    await vi.waitFor(() => expect(pathsOf(files())).toEqual(['a/run.log']), patient)
  })

  it('keeps the object of a file that did not change', async () => {
    write('a.log', 'one')
    write('b.log', 'one')
    const files = follow()
    const before = files().find(({ path }) => path === 'b.log')
    const a = files().find(({ path }) => path === 'a.log')
    appendFileSync(join(folder, 'a.log'), ' two')
    await vi.waitFor(
      () => expect(files().find(({ path }) => path === 'a.log')).not.toBe(a),
      patient,
    )
    expect(files().find(({ path }) => path === 'b.log')).toBe(before)
  })

  it('follows only the files it was told to', async () => {
    write('a.log', 'one')
    write('b.log', 'one')
    const files = follow({ only: ['a.log'] })
    expect(pathsOf(files())).toEqual(['a.log'])
    appendFileSync(join(folder, 'b.log'), ' two')
    appendFileSync(join(folder, 'a.log'), ' two')
    await vi.waitFor(
      async () => expect(await (await files()[0]?.open())?.text()).toBe('one two'),
      patient,
    )
    expect(pathsOf(files())).toEqual(['a.log'])
  })

  it('knows a file for another though its size and time are the same', async () => {
    write('a.log', 'one')
    utimesSync(join(folder, 'a.log'), 1, 1)
    const files = follow({ isRemote: true, pollMs: 5 })
    const before = files()[0]
    write('new.txt', 'two')
    utimesSync(join(folder, 'new.txt'), 1, 1)
    renameSync(join(folder, 'new.txt'), join(folder, 'a.log'))
    await vi.waitFor(async () => {
      const [file] = files()
      expect(await (await file?.open())?.text()).toBe('two')
      expect([file?.size, file?.modifiedAtMs]).toEqual([before?.size, before?.modifiedAtMs])
      expect(file?.identity).not.toBe(before?.identity)
    }, patient)
  })

  it.skipIf(process.platform === 'win32')('waits for no pipe and reads no device', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.log')])
    write('a.log', 'one')
    const files = follow()
    execFileSync('mkfifo', [join(folder, 'later.log')])
    write('b.log', 'two')
    await vi.waitFor(() => expect(pathsOf(files())).toEqual(['a.log', 'b.log']), patient)
    expect(pathsOf(followFiles(folder).files)).toEqual(['a.log', 'b.log'])
    expect(pathsOf(followFiles('/dev', { only: ['null', 'zero'] }).files)).toEqual([])
  })

  it('says once that there are more files than it reads', async () => {
    for (const name of ['a', 'b', 'c']) write(`${name}.log`, 'x')
    const onNotice = vi.fn<(sentence: string) => void>()
    const files = follow({ maxFiles: 2, onNotice })
    write('d.log', 'x')
    appendFileSync(join(folder, pathsOf(files())[0] ?? ''), 'more')
    await vi.waitFor(() => expect(onNotice).toHaveBeenCalled(), patient)
    expect(files()).toHaveLength(2)
    expect(onNotice.mock.calls).toEqual([[`Only the first 2 files of ${folder} are read.`]])
  })

  it('says nothing more after it was stopped', async () => {
    write('a.log', 'one')
    const onChange = vi.fn<() => void>()
    const stop = followFiles(folder, { gatherMs: 1 }).follow(onChange)
    stop()
    appendFileSync(join(folder, 'a.log'), ' two')
    const other = follow()
    await vi.waitFor(async () => {
      appendFileSync(join(folder, 'a.log'), '!')
      expect((await (await other()[0]?.open())?.text())?.startsWith('one two!')).toBe(true)
    }, patient)
    expect(onChange).not.toHaveBeenCalled()
  })
})
