import { groupBy } from '../../query/groupBy.ts'
import { configFiles } from '../config/configNames.ts'
import { runKinds, type ParsedFile } from '../formats/parsedFile.ts'
import { fileNameOf, folderOf } from '../paths.ts'
import { folderStates } from './folderStates.ts'
import { joinFiles } from './joinFiles.ts'
import { isBeginning } from './joinStates.ts'
import { placeFiles } from './placeFiles.ts'
import { keyedNames, pathNames } from './runNames.ts'
import type { RunParts, RunPiece } from './runParts.ts'
import { folderAndStem, hasRows, separateRuns } from './separateRuns.ts'
import { withoutCopies } from './withoutCopies.ts'

/**
 * Finds the runs in files that were read. The files of one folder, and of the `checkpoint-N` in
 * it, are one run, unless they are clearly several: see `separateRuns` for logs and tables,
 * `folderStates` for states; and each value of a table's column of runs is a run of its own.
 */
export function groupFiles(files: readonly ParsedFile[]): readonly RunParts[] {
  const placed = placeFiles(joinFiles(withoutCopies(files)))
  const folders = groupBy(placed, ({ folder }) => folder)
  return Array.from(folders).flatMap(([folder, inside]) =>
    runsOfFolder(
      folder,
      inside.map(({ file }) => file),
    ),
  )
}

function runsOfFolder(folder: string, files: readonly ParsedFile[]): readonly RunParts[] {
  const pieces = piecesOf(files)
  const plain = withoutTwins(withoutTranscripts(pieces.filter(({ run }) => run.key === null)))
  const states = folderStates(plain.filter(({ kind }) => kind === 'trainer-state'))
  const logs = plain.filter(({ kind }) => kind !== 'trainer-state')
  const shared = surroundingsOf(files)
  const several = states.main === null ? separateRuns(logs) : null
  const one = [...(states.main === null ? [] : [states.main]), ...logs]
  return [
    ...(several ?? []).flatMap((own) => fileRun(own, shared)),
    ...(several === null ? folderRun(folder, one, { ...shared, notices: states.notices }) : []),
    ...states.others.flatMap((state) => fileRun([state], shared)),
    ...pieces.flatMap(keyedRun),
  ]
}

/** Those that are believed first at the front. */
function piecesOf(files: readonly ParsedFile[]): readonly RunPiece[] {
  return files
    .flatMap(({ path, content }) => {
      if (!('runs' in content)) return []
      return content.runs.map((run) => ({ path, kind: content.kind, run }))
    })
    .toSorted((a, b) => runKinds.indexOf(a.kind) - runKinds.indexOf(b.kind))
}

/** mmengine writes its records into two files. */
function withoutTwins(pieces: readonly RunPiece[]): readonly RunPiece[] {
  const lines = pieces.filter((piece) => piece.kind === 'json-lines' && hasRows(piece))
  return pieces.filter((piece) => {
    const place = lines.indexOf(piece)
    return place < 0 || !lines.some((other, i) => i !== place && isTwin(other, piece, i < place))
  })
}

function isTwin({ run: other }: RunPiece, { run }: RunPiece, isEarlier: boolean): boolean {
  return isBeginning(run.rows, other.rows) && (other.rows.length > run.rows.length || isEarlier)
}

/** What W&B keeps of the console beside its own file tells of the same points once more. */
function withoutTranscripts(pieces: readonly RunPiece[]): readonly RunPiece[] {
  if (!pieces.some((piece) => piece.kind === 'wandb' && hasRows(piece))) return pieces
  return pieces.filter(({ kind, path }) => kind !== 'console' || fileNameOf(path) !== 'output.log')
}

type Surroundings = Pick<RunParts, 'configs' | 'results' | 'notices'>

const nothing: Surroundings = { configs: [], results: [], notices: [] }

function surroundingsOf(files: readonly ParsedFile[]): Surroundings {
  const rank = ({ path }: ParsedFile): number => configFiles.indexOf(fileNameOf(path))
  // A checkpoint has a config of its own, which says less than that of the run.
  const depth = ({ path }: ParsedFile): number => path.split('/').length
  const sorted = files.toSorted((a, b) => depth(a) - depth(b) || rank(a) - rank(b))
  return {
    configs: sorted.flatMap(({ content }) => (content.kind === 'config' ? [content.config] : [])),
    results: sorted.flatMap(({ content }) => (content.kind === 'results' ? [content.metrics] : [])),
    notices: [],
  }
}

/** The run of a whole folder; a log without metrics is one only if something else says so. */
function folderRun(
  folder: string,
  pieces: readonly RunPiece[],
  shared: Surroundings,
): readonly RunParts[] {
  const isTracked = pieces.some(({ kind }) => kind === 'mlflow' || kind === 'wandb')
  const hasLog = isTracked || (pieces.length > 0 && shared.configs.length > 0)
  const hasResults = shared.results.some((metrics) => metrics.size > 0)
  if (!pieces.some(hasRows) && !hasLog && !hasResults) return []
  if (folder === '' && pieces.length > 0) return fileRun(pieces, shared)
  const id = folder === '' ? '.' : folder
  return [{ ...shared, id, names: pathNames(id), parent: folderOf(id), pieces }]
}

/** A run that is known by the first of its files. */
function fileRun(pieces: readonly RunPiece[], shared: Surroundings): readonly RunParts[] {
  const id = pieces[0]?.path
  if (id === undefined) return []
  return [{ ...shared, id, names: pathNames(folderAndStem(id)), parent: folderOf(id), pieces }]
}

/** One of the runs that a table tells apart by a column. */
function keyedRun(piece: RunPiece): readonly RunParts[] {
  const { key } = piece.run
  if (key === null) return []
  const names = keyedNames(folderAndStem(piece.path), key)
  const id = `${piece.path}#${key}`
  return [{ ...nothing, id, names, parent: folderOf(piece.path), pieces: [piece] }]
}
