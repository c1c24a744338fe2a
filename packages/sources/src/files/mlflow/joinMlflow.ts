import { readNumber, readText } from '@runoff/core'
import { groupBy } from '../../query/groupBy.ts'
import type { MlflowPart, ParsedFile, ParsedRun, RunFacts } from '../formats/parsedFile.ts'
import { folderOf } from '../paths.ts'

type Meta = Extract<MlflowPart, { readonly kind: 'meta' }>['meta']

/** By MLflow's number for the status of a run; newer versions write the word. */
const statuses: ReadonlyMap<number, string> = new Map([
  [1, 'running'],
  [2, 'scheduled'],
  [3, 'finished'],
  [4, 'failed'],
  [5, 'killed'],
])

/** Returns files with all parts of an MLflow run made into one; those of no run are left out. */
export function joinMlflow(files: readonly ParsedFile[]): readonly ParsedFile[] {
  const parts = files.flatMap(({ content }) =>
    content.kind === 'mlflow-part' ? [content.part] : [],
  )
  if (parts.length === 0) return files
  const byFolder = groupBy(parts, (part) => part.folder)
  const metas = new Map(
    parts.flatMap((part) => (part.kind === 'meta' ? [[part.folder, part.meta] as const] : [])),
  )
  const runs = Array.from(byFolder).flatMap(([folder, own]): ParsedFile[] => {
    const meta = metas.get(folder)
    if (meta === undefined || !isRun(meta)) return []
    const run = runOf(meta, own, metas.get(folderOf(folder)))
    return [{ path: `${folder}/meta.yaml`, content: { kind: 'mlflow', runs: [run] } }]
  })
  return [...files.filter(({ content }) => content.kind !== 'mlflow-part'), ...runs]
}

function isRun(meta: Meta): boolean {
  return textAt(meta, 'run_id') !== null || textAt(meta, 'run_uuid') !== null
}

function runOf(meta: Meta, parts: readonly MlflowPart[], experiment: Meta | undefined): ParsedRun {
  const texts = (kind: 'params' | 'tags'): ReadonlyMap<string, string> =>
    new Map(parts.flatMap((part) => (part.kind === kind ? [[part.name, part.text] as const] : [])))
  const rows = parts.flatMap((part) => (part.kind === 'metrics' ? part.rows : []))
  const facts = factsOf(meta, texts('tags'), experiment)
  return { key: null, rows, facts, config: Object.fromEntries(texts('params')) }
}

/** Tags of MLflow's own that say something of the run itself. */
const tellingTags: ReadonlySet<string> = new Set([
  'mlflow.parentRunId',
  'mlflow.source.name',
  'mlflow.source.git.commit',
  'mlflow.note.content',
])

function factsOf(
  meta: Meta,
  tags: ReadonlyMap<string, string>,
  experiment: Meta | undefined,
): RunFacts {
  const group = experiment === undefined ? null : textAt(experiment, 'name')
  const status = textAt(meta, 'status')
  const own = Array.from(tags).filter(
    ([name]) => !name.startsWith('mlflow.') || tellingTags.has(name),
  )
  return {
    name: tags.get('mlflow.runName') || textAt(meta, 'run_name') || textAt(meta, 'name'),
    group,
    status: statuses.get(readNumber(status) ?? NaN) ?? status,
    startedAtMs: readNumber(textAt(meta, 'start_time')),
    endedAtMs: readNumber(textAt(meta, 'end_time')),
    archived: textAt(meta, 'lifecycle_stage') === 'deleted',
    tags: new Map([...own, ...(group === null ? [] : [['experiment', group] as const])]),
  }
}

function textAt(meta: Meta, name: string): string | null {
  return Object.hasOwn(meta, name) ? readText(meta[name]) : null
}
