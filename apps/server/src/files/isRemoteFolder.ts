import { statfsSync } from 'node:fs'

/**
 * The numbers by which Linux knows file systems on which others write without this machine being
 * told: NFS, SMB (three versions), what is mounted by a program (sshfs, s3), Plan 9 (WSL), Lustre,
 * GPFS, Ceph, AFS, BeeGFS, VirtualBox.
 *
 * @see https://man7.org/linux/man-pages/man2/statfs.2.html
 */
const remoteTypes: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x0bd00bd0, 0x47504653,
  0x00c36400, 0x5346414f, 0x19830326, 0x786f4256,
])

/** Whether another machine may write to a folder, of which no watcher here is told. */
export function isRemoteFolder(folder: string, typeOf: (folder: string) => number = type): boolean {
  try {
    return remoteTypes.has(typeOf(folder))
  } catch {
    return false
  }
}

function type(folder: string): number {
  return statfsSync(folder).type
}
