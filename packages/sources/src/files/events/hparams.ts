import { doubleOf, readFields, textOf, type Field } from '../binary/protobuf.ts'

/** What the plugin for hyperparameters says of a run. */
export interface HparamsData {
  readonly params: ReadonlyMap<string, string | number | boolean>
  readonly group: string | null
  readonly startedAtMs: number | null
  readonly endedAtMs: number | null
  /** As `readStatus` takes it, `null` where it says none. */
  readonly status: string | null
}

const statuses: readonly (string | null)[] = [null, 'completed', 'failed', 'running']

/**
 * Returns what an `HParamsPluginData` says of a run: its parameters and its group when it starts,
 * how and when it came to its end.
 *
 * @see https://github.com/tensorflow/tensorboard/blob/master/tensorboard/plugins/hparams/plugin_data.proto
 */
export function readHparams(content: Uint8Array): HparamsData {
  const fields = readFields(content)
  const start = fieldsOf(fields, 3)
  const end = fieldsOf(fields, 4)
  const status = end.find(({ number }) => number === 1)?.int
  return {
    params: new Map(start.flatMap((field) => (field.number === 1 ? entryOf(field) : []))),
    group: textAt(start, 4),
    startedAtMs: msAt(start, 5),
    endedAtMs: msAt(end, 2),
    status: status === undefined ? null : (statuses[status] ?? null),
  }
}

function fieldsOf(fields: readonly Field[], number: number): readonly Field[] {
  const field = fields.find((candidate) => candidate.number === number)
  return field === undefined ? [] : readFields(field.bytes)
}

function textAt(fields: readonly Field[], number: number): string | null {
  const field = fields.find((candidate) => candidate.number === number)
  return field === undefined ? null : textOf(field)
}

function msAt(fields: readonly Field[], number: number): number | null {
  const field = fields.find((candidate) => candidate.number === number)
  const seconds = field === undefined ? null : doubleOf(field)
  return seconds === null || seconds <= 0 ? null : seconds * 1000
}

/** One entry of a map from names to `google.protobuf.Value`. */
function entryOf(entry: Field): readonly (readonly [string, string | number | boolean])[] {
  const fields = readFields(entry.bytes)
  const name = textAt(fields, 1)
  const value = valueOf(fieldsOf(fields, 2))
  return name === null || value === null ? [] : [[name, value]]
}

function valueOf(fields: readonly Field[]): string | number | boolean | null {
  for (const field of fields) {
    if (field.number === 2) return doubleOf(field)
    if (field.number === 3) return textOf(field)
    if (field.number === 4) return field.int !== 0
  }
  return null
}
