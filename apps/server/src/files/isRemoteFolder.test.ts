import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isRemoteFolder } from './isRemoteFolder.ts'

it('knows the disks of this machine from those of others', () => {
  expect(isRemoteFolder('/proc')).toBe(false)
  expect(isRemoteFolder(join(tmpdir(), 'runoff-nothing-is-here'))).toBe(false)
  const [ext4, nfs, lustre] = [0xef53, 0x6969, 0x0bd00bd0]
  expect([ext4, nfs, lustre].map((type) => isRemoteFolder('/', () => type))).toEqual([
    false,
    true,
    true,
  ])
})
