import { doubleOf, floatOf, readFields, textOf, type Field } from '../binary/protobuf.ts'
import { readHparams, type HparamsData } from './hparams.ts'
import { tensorValue } from './tensorValue.ts'

/** What one `Event` of TensorBoard says. */
export interface ScalarEvent {
  readonly step: number
  readonly timeMs: number | null
  readonly scalars: ReadonlyMap<string, number>
  readonly hparams: readonly HparamsData[]
  /** Whether a writer says that it goes on from here, so that later points no longer hold. */
  readonly isStart: boolean
}

/** The plugin that each tag is of: only the first value of a tag names it. */
export type TagPlugins = Map<string, string>

/**
 * Returns what an event says of a run. Scalars are a `simple_value`, or a tensor of rank 0 of the
 * plugin `scalars`, by tag; pictures, histograms and graphs are passed over.
 *
 * Units: `timeMs` in Unix milliseconds. Missing: an event without a step is at step 0, as the
 * format has it.
 *
 * @throws {RunoffError} `bad-log` when the bytes are no message.
 */
export function readEvent(message: Uint8Array, plugins: TagPlugins): ScalarEvent {
  const fields = readFields(message)
  const scalars = new Map<string, number>()
  const hparams: HparamsData[] = []
  let seconds: number | null = null
  let step = 0
  let isStart = false
  for (const field of fields) {
    if (field.number === 1) seconds = doubleOf(field)
    else if (field.number === 2) step = field.int
    else if (field.number === 5) addSummary(field, { scalars, hparams, plugins })
    else if (field.number === 7) isStart = isSessionStart(field)
  }
  const timeMs = seconds === null || !(seconds > 0) ? null : seconds * 1000
  return { step, timeMs, scalars, hparams, isStart }
}

interface Found {
  readonly scalars: Map<string, number>
  readonly hparams: HparamsData[]
  readonly plugins: TagPlugins
}

function addSummary(summary: Field, found: Found): void {
  for (const field of readFields(summary.bytes)) {
    if (field.number === 1) addValue(readFields(field.bytes), found)
  }
}

function addValue(value: readonly Field[], { scalars, hparams, plugins }: Found): void {
  const at = (number: number): Field | undefined => value.find((field) => field.number === number)
  const name = at(1)
  if (name === undefined) return
  const tag = textOf(name)
  const metadata = at(9)
  if (metadata !== undefined) addMetadata(tag, metadata, { hparams, plugins })
  const simple = at(2)
  const tensor = at(8)
  if (simple !== undefined) {
    const number = floatOf(simple)
    if (number !== null) scalars.set(tag, number)
  } else if (tensor !== undefined && plugins.get(tag) === 'scalars') {
    const number = tensorValue(tensor.bytes)
    if (number !== null) scalars.set(tag, number)
  }
}

function addMetadata(
  tag: string,
  metadata: Field,
  { hparams, plugins }: Pick<Found, 'hparams' | 'plugins'>,
): void {
  const plugin = readFields(metadata.bytes).find((field) => field.number === 1)
  if (plugin === undefined) return
  const fields = readFields(plugin.bytes)
  const name = fields.find((field) => field.number === 1)
  if (name === undefined) return
  const pluginName = textOf(name)
  if (!plugins.has(tag)) plugins.set(tag, pluginName)
  const content = fields.find((field) => field.number === 2)
  if (pluginName === 'hparams' && content !== undefined) hparams.push(readHparams(content.bytes))
}

function isSessionStart(log: Field): boolean {
  return readFields(log.bytes).some((field) => field.number === 1 && field.int === 1)
}
