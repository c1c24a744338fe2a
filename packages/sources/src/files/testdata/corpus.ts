import { existsSync, openAsBlob, readdirSync, readFileSync } from 'node:fs'
import { repositoryFolder } from '../../testdata/folderFiles.ts'
import type { MetricRow, Parsed, ParsedRun } from '../formats/parsedFile.ts'
import { readFile } from '../readFile.ts'
import type { RunFile } from '../runFile.ts'

export interface TruthRow {
  readonly step?: number
  readonly epoch?: number
  readonly values: Readonly<Record<string, number | string>>
}

export interface Truth {
  readonly file: string
  readonly n_train_points: number
  readonly n_eval_points: number
  readonly first_train?: TruthRow
  readonly last_train?: TruthRow
  readonly first_eval?: TruthRow
  readonly last_eval?: TruthRow
}

/** Files of other people, and the truth about them; they are not everywhere. */
export const corpus: string = repositoryFolder('../shared/corpus')

/** What is known of the files of one kind, as far as they are there. */
// oxlint-disable-next-line no-unnecessary-type-parameters -- each kind has a schema of its own
export function truthOf<T extends { readonly file: string } = Truth>(kind: string): readonly T[] {
  const path = `${corpus}/expected/${kind}.json`
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines
    .map((line) => JSON.parse(line) as T)
    .filter(({ file }) => existsSync(`${corpus}/${file}`))
}

/** Reads one file. */
export async function parse(file: string): Promise<Parsed> {
  const blob = await openAsBlob(`${corpus}/${file}`)
  return readFile(file, blob, new AbortController().signal)
}

async function readRuns(file: string): Promise<readonly ParsedRun[]> {
  const { content } = await parse(file)
  if (!('runs' in content)) throw new Error(`${file} is not read as a run`)
  return content.runs
}

/** The rows of all runs in a file. */
export async function readRows(file: string): Promise<readonly MetricRow[]> {
  return (await readRuns(file)).flatMap((run) => run.rows)
}

/** All files of a folder. */
export function filesIn(folder: string): readonly RunFile[] {
  return readdirSync(`${corpus}/${folder}`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const full = `${entry.parentPath}/${entry.name}`
      return { path: full.slice(corpus.length + 1), open: () => openAsBlob(full) }
    })
}

/** A number as JSON can hold it. */
export const written = (value: number): number | string =>
  Number.isFinite(value) ? value : String(value)
