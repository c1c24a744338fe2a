import { existsSync, readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { cpus, release, type } from 'node:os'
import type { Peer } from '../peers.ts'

const systemFile = '/etc/os-release'

/** One sentence on when and on what the bench ran. */
export function machineLine(chromium: string, rounds: number): string {
  const date = new Date().toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
  const cores = cpus()
  const model = cores[0]?.model.trim() ?? ''
  const processor = model === '' || model === 'unknown' ? '' : ` (${model})`
  return (
    `Measured on ${date}: ${cores.length} cores${processor}, ${systemName()}, Chromium ${chromium} ` +
    `with software rendering, Node ${process.versions.node}; ${plural(rounds, 'round')}.`
  )
}

/** The versions of what was measured, by the packages that are installed. */
export function versionsLine(peers: readonly Peer[]): string {
  const named = new Map([['React', versionOf('react')]])
  for (const peer of peers) {
    if (peer.package !== null) named.set(peer.label, versionOf(peer.package))
  }
  return `${Array.from(named, ([label, version]) => `${label} ${version}`).join(' · ')}.`
}

function systemName(): string {
  const text = existsSync(systemFile) ? readFileSync(systemFile, 'utf8') : ''
  return /^PRETTY_NAME="(.*)"$/m.exec(text)?.[1] ?? `${type()} ${release()}`
}

function versionOf(name: string): string {
  const path = findPackageJSON(name, import.meta.url)
  if (path === undefined) return 'of unknown version'
  const { version }: { version?: string } = JSON.parse(readFileSync(path, 'utf8'))
  return version ?? 'of unknown version'
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
