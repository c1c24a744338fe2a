import { RunoffError } from '@runoff/core'
import { parseTolerantJson, type JsonValue } from '../json/parseTolerantJson.ts'
import { configFiles, resultFiles } from './config/configNames.ts'
import { readConfig, readYamlConfig } from './config/readConfig.ts'
import { readResults } from './config/readResults.ts'
import { parseConsole } from './formats/parseConsole.ts'
import { firstLine, parseCsvMetrics, startsWithTable } from './formats/parseCsvMetrics.ts'
import { parseJsonLines, readRow } from './formats/parseJsonLines.ts'
import { isTrainerLogLine, parseTrainerLog } from './formats/parseTrainerLog.ts'
import { parseTrainerState } from './formats/parseTrainerState.ts'
import type { Parsed } from './formats/parsedFile.ts'
import { endingOf, fileNameOf } from './paths.ts'
import { readLines } from './readLines.ts'
import { headBytes, readHead, readPieces, readWhole } from './readText.ts'

/** A file that was opened, with what its beginning says. */
interface OpenFile {
  readonly path: string
  readonly name: string
  readonly ending: string
  readonly head: string
  readonly blob: Blob
  readonly signal: AbortSignal
}

interface Format {
  /** Whether a file is of this format, from its name and its beginning. */
  matches(file: OpenFile): boolean
  parse(file: OpenFile): Promise<Parsed>
}

const hasEnding = ({ ending }: OpenFile, ...endings: readonly string[]): boolean =>
  endings.includes(ending)
const isAmong = ({ name }: OpenFile, names: readonly string[]): boolean => names.includes(name)

const maxConfigBytes = 1024 * 1024

/** The first that matches reads the file; what nothing else matches may be a console. */
const formats: readonly Format[] = [
  {
    matches: (file) => isAmong(file, configFiles) && hasEnding(file, 'yaml', 'yml'),
    parse: async ({ blob, signal }) =>
      configContent(readYamlConfig(await readWhole(blob, signal, maxConfigBytes))),
  },
  {
    matches: ({ head }) => isTrainerLogLine(firstLine(head)),
    parse: ({ blob, signal }) => parseTrainerLog(readLines(readPieces(blob, signal))),
  },
  {
    matches: (file) => hasEnding(file, 'jsonl', 'ndjson') || startsWithJsonLine(file),
    parse: ({ blob, signal }) => parseJsonLines(readLines(readPieces(blob, signal))),
  },
  { matches: (file) => hasEnding(file, 'json'), parse: parseJson },
  {
    // Keras's own example writes its table to `training.log`.
    matches: (file) => hasEnding(file, 'csv', 'tsv') || startsWithTable(file.head),
    parse: async ({ blob, name, signal }) => parseCsvMetrics(await readWhole(blob, signal), name),
  },
  {
    matches: (file) => !hasEnding(file, 'yaml', 'yml', 'xml', 'ini', 'cfg', 'js', 'ts', 'css'),
    parse: ({ blob, name, signal }) => parseConsole(readPieces(blob, signal), name),
  },
]

/**
 * Returns what a file holds, recognised by its name and its beginning.
 *
 * @throws {RunoffError} `bad-log` when it is empty, cut, or nothing that tells of training.
 */
export async function readFile(path: string, blob: Blob, signal: AbortSignal): Promise<Parsed> {
  const head = await readHead(blob)
  const name = fileNameOf(path)
  checkHead(head, blob.size)
  const file = { path, name, ending: endingOf(path), head, blob, signal }
  const format = formats.find((candidate) => candidate.matches(file))
  if (format === undefined) throw foreign()
  return format.parse(file)
}

/** `1f 8b 08`; the second is no character of UTF-8. */
const gzipHead = '\u001F\uFFFD\u0008'

function checkHead(head: string, size: number): void {
  // A progress bar may begin with thousands of blanks.
  if (head.trim() === '' && size <= headBytes)
    throw new RunoffError('bad-log', 'The file is empty.')
  if (head.startsWith('version https://git-lfs.github.com/spec/')) {
    throw new RunoffError(
      'bad-log',
      'The file is a Git LFS pointer: its content was not fetched. Run "git lfs pull" to get it.',
    )
  }
  if (head.startsWith(gzipHead)) {
    throw new RunoffError('bad-log', 'The file is compressed with gzip: unpack it first.')
  }
  if (head.includes('\0')) throw foreign()
}

function startsWithJsonLine({ head, ending }: OpenFile): boolean {
  return ending !== 'json' && (readRow(firstLine(head))?.size ?? 0) > 0
}

async function parseJson({ blob, name, signal }: OpenFile): Promise<Parsed> {
  const text = await readWhole(blob, signal)
  // Detectron2 and mmengine name a file of JSON lines `.json`.
  if (isJsonLines(text)) return parseJsonLines(text.split('\n'))
  const value = parseTolerantJson(text)
  const state = parseTrainerState(value)
  if (state !== null) return state
  if (resultFiles.includes(name)) return resultContent(value)
  if (configFiles.includes(name)) return configContent(readConfig(value))
  throw foreign()
}

function isJsonLines(text: string): boolean {
  const line = firstLine(text)
  return text.trim().length > line.trim().length && readRow(line) !== null
}

function configContent(config: ReturnType<typeof readConfig>): Parsed {
  return { content: { kind: 'config', config }, notices: [] }
}

function resultContent(value: JsonValue): Parsed {
  return { content: { kind: 'results', metrics: readResults(value) }, notices: [] }
}

function foreign(): RunoffError {
  return new RunoffError('bad-log', 'The file holds nothing that Runoff knows to be a run.')
}
