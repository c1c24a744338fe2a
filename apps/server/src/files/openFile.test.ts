import {
  appendFileSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFile } from './openFile.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'runoff-open-'))
  path = join(folder, 'run.log')
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('openFile', () => {
  it('reads what was there when it was opened, though the file grows while it is read', async () => {
    const text = 'line ü\n'.repeat(100_000)
    writeFileSync(path, text)
    const blob = await openFile(path)
    const reader = blob.stream().getReader()
    const first = await reader.read()
    appendFileSync(path, 'later')
    let bytes = first.value?.length ?? 0
    for (let next = await reader.read(); !next.done; next = await reader.read())
      bytes += next.value.length
    expect(bytes).toBe(Buffer.byteLength(text))
    expect(await blob.text()).toBe(text)
  })

  it.each([
    [2, 4],
    [-3, undefined],
    [4, 2],
    [0, 99],
    [-99, -1],
    [3, 3],
  ])('cuts from %s to %s as a blob in memory does', async (from, to) => {
    writeFileSync(path, 'abcdef')
    const blob = (await openFile(path)).slice(1)
    const slice = blob.slice(from, to)
    const wanted = new Blob(['bcdef']).slice(from, to)
    expect(slice.size).toBe(wanted.size)
    expect(await slice.text()).toBe(await wanted.text())
    expect((await slice.bytes()).length).toBe(wanted.size)
  })

  it('reads no file that was cut since, and none that another took the place of', async () => {
    writeFileSync(path, 'abcdef')
    const blob = await openFile(path)
    const changed = expect.objectContaining({ name: 'NotReadableError' })
    truncateSync(path, 2)
    await expect(blob.text()).rejects.toEqual(changed)
    expect(await blob.slice(0, 2).text()).toBe('ab')
    renameSync(path, `${path}.1`)
    writeFileSync(path, 'ABCDEF')
    await expect(blob.slice(0, 2).text()).rejects.toEqual(changed)
  })

  it('follows no link and opens no folder', async () => {
    writeFileSync(path, 'secret')
    symlinkSync(path, join(folder, 'link.log'))
    await expect(openFile(join(folder, 'link.log'))).rejects.toThrow('is no file')
    // Put in the place of the file after it was opened.
    const blob = await openFile(path)
    rmSync(path)
    symlinkSync('/etc/hostname', path)
    await expect(blob.text()).rejects.toThrow('ELOOP')
    await expect(openFile(folder)).rejects.toThrow('is no file')
    await expect(openFile(join(folder, 'nothing'))).rejects.toThrow('ENOENT')
  })
})
