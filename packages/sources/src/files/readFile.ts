import { RunoffError, type Notice } from '@runoff/core'
import { parseTolerantJson, type JsonValue } from '../json/parseTolerantJson.ts'
import { configFiles, resultFiles } from './config/configNames.ts'
import { readConfig } from './config/readConfig.ts'
import { readResults } from './config/readResults.ts'
import { consoleReading } from './formats/parseConsole.ts'
import { firstLine, parseCsvMetrics, startsWithTable } from './formats/parseCsvMetrics.ts'
import { jsonLinesSink, parseJsonLines, readRow } from './formats/parseJsonLines.ts'
import { parseKerasHistory } from './formats/parseKerasHistory.ts'
import type { Parsed } from './formats/parsedFile.ts'
import { isTrainerLogLine, trainerLogSink } from './formats/parseTrainerLog.ts'
import { parseTrainerState } from './formats/parseTrainerState.ts'
import { wholeReading, type FileReading } from './growth/fileReading.ts'
import { textReading, withoutCutNumber } from './growth/textReading.ts'
import { endingOf, fileNameOf } from './paths.ts'
import { headBytes, readHead, readWhole } from './readText.ts'

/** A file that was opened, with what its beginning says. */
interface OpenFile {
  readonly path: string
  readonly name: string
  readonly ending: string
  readonly head: string
}

interface Format {
  /** Whether a file is of this format, from its name and its beginning. */
  matches(file: OpenFile): boolean
  start(file: OpenFile): FileReading | Promise<FileReading>
}

const hasEnding = ({ ending }: OpenFile, ...endings: readonly string[]): boolean =>
  endings.includes(ending)
const isAmong = ({ name }: OpenFile, names: readonly string[]): boolean => names.includes(name)

const maxConfigBytes = 1024 * 1024

/**
 * The first that matches reads the file; what nothing else matches may be a console. What few
 * folders hold is loaded only where it is met.
 */
const formats: readonly Format[] = [
  {
    matches: (file) => isAmong(file, configFiles) && hasEnding(file, 'yaml', 'yml'),
    start: () => wholeReading(readYaml),
  },
  {
    matches: ({ head }) => isTrainerLogLine(firstLine(head)),
    start: () => textReading(trainerLogSink()),
  },
  {
    matches: ({ head }) =>
      ['"op_code"', '"worker_id"'].every((name) => firstLine(head).includes(name)),
    start: async () => (await import('./optuna/optunaReading.ts')).optunaReading(),
  },
  {
    matches: (file) => hasEnding(file, 'jsonl', 'ndjson') || startsWithJsonLine(file),
    start: () => textReading(jsonLinesSink()),
  },
  {
    matches: (file) => hasEnding(file, 'json'),
    start: ({ name }) => wholeReading((blob, signal) => parseJson(blob, name, signal)),
  },
  {
    // Keras's own example writes its table to `training.log`.
    matches: (file) => hasEnding(file, 'csv', 'tsv') || startsWithTable(file.head),
    start: ({ path }) =>
      wholeReading(async (blob, signal, { mayBeCut = false }) => {
        const text = await readWhole(blob, signal)
        return parseCsvMetrics(mayBeCut ? withoutCutNumber(text) : text, path)
      }),
  },
  {
    matches: (file) => !hasEnding(file, 'yaml', 'yml', 'xml', 'ini', 'cfg', 'js', 'ts', 'css'),
    start: ({ name }) => consoleReading(name),
  },
]

/**
 * Returns what a file holds, recognised by its name and its beginning.
 *
 * @throws {RunoffError} `bad-log` when it is empty, cut, or nothing that tells of training.
 */
export async function readFile(path: string, blob: Blob, signal: AbortSignal): Promise<Parsed> {
  const reading = await startReading(path, blob, signal)
  return reading.read(blob, { signal, isLast: true })
}

/**
 * Returns how a file is to be read, from its name and its beginning; nothing but that was read.
 *
 * @throws {RunoffError} `bad-log` when it is empty, or nothing that can be read here.
 */
export async function startReading(
  path: string,
  blob: Blob,
  signal: AbortSignal,
): Promise<FileReading> {
  const head = await readHead(blob)
  const name = fileNameOf(path)
  checkHead(head, blob.size)
  if (head.startsWith(gzipHead)) return packedReading(path)
  if (name.includes('tfevents')) return (await import('./events/eventReading.ts')).eventReading()
  if (head.startsWith(':W&B')) return (await import('./wandb/wandbReading.ts')).wandbReading()
  if (head.startsWith('\0')) return withoutHole(path, blob, signal)
  if (head.includes('\0')) throw foreign()
  const file = { path, name, ending: endingOf(path), head }
  const format = formats.find((candidate) => candidate.matches(file))
  if (format === undefined) throw foreign()
  return format.start(file)
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
  if (head.startsWith('SQLite format 3\0')) {
    throw new RunoffError(
      'bad-log',
      'The file is an SQLite database: its runs cannot be read here. ' +
        'Export them as a table, or give Optuna a journal, and open that.',
    )
  }
}

function packedReading(path: string): FileReading {
  return wholeReading(async (packed, signal) => {
    const { gunzip } = await import('./binary/gunzip.ts')
    const { blob, notices } = await gunzip(packed, signal)
    const inner = path.endsWith('.gz') ? path.slice(0, -'.gz'.length) : path
    const parsed = await readFile(inner, blob, signal)
    return { ...parsed, notices: [...notices, ...parsed.notices] }
  })
}

/** A log that was emptied while its script went on writing begins with as many zeros. */
async function withoutHole(path: string, blob: Blob, signal: AbortSignal): Promise<FileReading> {
  const { holeLength } = await import('./binary/holeLength.ts')
  const length = await holeLength(blob, signal)
  const inner = await startReading(path, blob.slice(length), signal)
  return {
    goesOn: inner.goesOn,
    async read(whole, readOptions) {
      const parsed = await inner.read(whole.slice(length), readOptions)
      return { ...parsed, notices: [emptied, ...parsed.notices] }
    },
  }
}

const emptied: Notice = {
  code: 'log-truncated',
  message: 'The file begins with zeros, as a log does that was emptied; what it held is not shown.',
}

function startsWithJsonLine({ head, ending }: OpenFile): boolean {
  const line = firstLine(head)
  // Detectron2 and mmengine name a file of JSON lines `.json`; it has more than one of them.
  const isAlone = ending === 'json' && head.trim().length <= line.trim().length
  return !isAlone && (readRow(line)?.size ?? 0) > 0
}

async function readYaml(blob: Blob, signal: AbortSignal): Promise<Parsed> {
  const { readYamlConfig } = await import('./config/readYamlConfig.ts')
  return configContent(readYamlConfig(await readWhole(blob, signal, maxConfigBytes)))
}

async function parseJson(blob: Blob, name: string, signal: AbortSignal): Promise<Parsed> {
  const text = await readWhole(blob, signal)
  // The first line may be longer than what was looked at.
  if (isJsonLines(text)) return parseJsonLines(text.split('\n'))
  const value = parseTolerantJson(text)
  const run = parseTrainerState(value) ?? parseKerasHistory(value)
  if (run !== null) return run
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
