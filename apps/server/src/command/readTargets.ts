import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, resolve, sep } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { commandNames } from './commandNames.ts'
import { misuse } from './exitCodes.ts'
import { nearest } from './nearest.ts'
import { readAddress } from './readAddress.ts'
import { plainName } from './terminal.ts'

/** Something that was named on the command line. */
export type Target =
  | {
      readonly kind: 'files'
      /** What its experiment is called. */
      readonly name: string
      /** The real path of a folder. */
      readonly folder: string
      /** Only these of its files; `null` for all. */
      readonly only: readonly string[] | null
    }
  | { readonly kind: 'url'; readonly url: URL }

/**
 * Returns what paths and addresses stand for, each folder once. Several files of one folder are
 * taken together, so that they are compared with each other. No two have the same name.
 *
 * @throws {RunoffError} `bad-option` where there is no such file or folder.
 */
export function readTargets(named: readonly string[], from: string): readonly Target[] {
  const urls = new Map<string, URL>()
  const folders = new Map<string, Set<string> | null>()
  for (const text of named) {
    const url = urlOf(text)
    if (url !== null) {
      urls.set(url.href, url)
      continue
    }
    const { folder, file } = placeOf(text, from)
    const files = folders.get(folder)
    if (file === null) folders.set(folder, null)
    else if (files === undefined) folders.set(folder, new Set([file]))
    else files?.add(file)
  }
  const places = Array.from(folders, ([folder, files]) => ({ folder, files }))
  const names = distinctNames(places.map(pathToName))
  return [
    ...places.map(({ folder, files }, i): Target => ({
      kind: 'files',
      name: names[i] ?? folder,
      folder,
      only: files === null ? null : [...files],
    })),
    ...Array.from(urls.values(), (url): Target => ({ kind: 'url', url })),
  ]
}

function urlOf(text: string): URL | null {
  return /^https?:\/\//i.test(text) ? readAddress(text, 'put a token in RUNOFF_TOKEN') : null
}

interface Place {
  readonly folder: string
  /** `null` where the whole folder was named. */
  readonly file: string | null
}

function placeOf(text: string, from: string): Place {
  const path = realPathOf(text, from)
  const stats = statSync(path)
  if (stats.isDirectory()) return { folder: path, file: null }
  if (!stats.isFile()) throw misuse(`${plainName(text)} is neither a file nor a folder.`)
  if (isDatabase(path)) {
    throw misuse(
      `${plainName(text)} is a database: open it with "runoff serve --db ${plainName(text)}".`,
    )
  }
  return { folder: dirname(path), file: basename(path) }
}

/** A link that was named is followed; those within a folder are not. */
function realPathOf(text: string, from: string): string {
  try {
    return realpathSync(resolve(from, text))
  } catch {
    const meant = nearest(text, commandNames)
    const hint =
      meant === null ? 'Name one that there is.' : `Did you mean the command "runoff ${meant}"?`
    throw misuse(`There is no file or folder ${plainName(text)}. ${hint}`)
  }
}

/** Whether a file is a database of ours; those of others may hold runs as well. */
function isDatabase(path: string): boolean {
  if (!path.endsWith('.db')) return false
  try {
    const database = new DatabaseSync(path, { readOnly: true })
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all()
    database.close()
    const names = new Set(tables.map(({ name }) => name))
    return ['migrations', 'experiments', 'points'].every((name) => names.has(name))
  } catch {
    return false
  }
}

function pathToName({ folder, files }: { folder: string; files: Set<string> | null }): string {
  const [only] = files?.size === 1 ? files : []
  return only === undefined ? folder : `${folder}${sep}${only}`
}

/** Returns the shortest ends of paths that tell them apart. */
export function distinctNames(paths: readonly string[]): readonly string[] {
  const parts = paths.map((path) => path.split(sep).filter((part) => part !== ''))
  return parts.map((own, i) => {
    const others = parts.filter((_, j) => j !== i)
    for (let count = 1; count < own.length; count++) {
      const end = own.slice(-count).join('/')
      if (others.every((other) => other.slice(-count).join('/') !== end)) return end
    }
    return own.length === 0 ? '/' : own.join('/')
  })
}
