import type { ParamValue, Run } from '../run/run.ts'
import { readNumber } from '../text/readValue.ts'
import { paramsByLastPart } from './paramsByLastPart.ts'

/** Names whose value counts the devices, or the processes with one device each, of a whole run. */
const totals: readonly string[] = [
  'world_size',
  'num_gpus',
  'n_gpus',
  'n_gpu',
  'ngpus',
  'ngpu',
  'gpu_count',
  'total_gpus',
  'num_devices',
]

/** Launchers name processes; kept behind the others, for workers that load data have this name too. */
const processes: readonly string[] = ['num_processes']

/** Names whose value counts what one node has; a launcher that names no nodes runs on one. */
const perNode: readonly string[] = [
  'nproc_per_node',
  'gpus_per_node',
  'num_gpus_per_node',
  'devices_per_node',
  'gpus',
  'devices',
]

const nodes: readonly string[] = ['nnodes', 'num_nodes', 'n_nodes', 'num_machines', 'nodes']

const wanted: ReadonlySet<string> = new Set([
  ...totals,
  ...processes,
  ...perNode,
  ...nodes,
  'use_cpu',
  'no_cuda',
  'accelerator',
  'device',
])

/** What `accelerator` or `device` says of a run that used no GPU. */
const otherDevices: ReadonlySet<string> = new Set(['cpu', 'tpu', 'xla', 'mps', 'hpu'])

/**
 * Returns how many GPUs the parameters of a run name, `null` where they name none.
 *
 * Reads `world_size`, `num_gpus`, `n_gpu`, `gpus`, `devices`, `num_processes`, `nproc_per_node`
 * times `nnodes` and their like, by the last part of a name. One process may hold several GPUs, so
 * of the counts for a whole run the largest is taken. Missing: where several nodes are named and a
 * count may be that of one of them, where the parameters name another device than a GPU, and where
 * a count is no whole number of at least 1 (Lightning's `auto` and -1).
 */
export function namedGpus(run: Pick<Run, 'params'>): number | null {
  const params = paramsByLastPart(run.params, wanted)
  if (isOffGpu(params)) return null
  return totalOf(params) ?? countOf(params, processes) ?? perNodeTotal(params)
}

type Params = ReadonlyMap<string, ParamValue>

function isOffGpu(params: Params): boolean {
  const flags = [params.get('use_cpu'), params.get('no_cuda')]
  const devices = [params.get('accelerator'), params.get('device')]
  return (
    flags.some((flag) => flag === true) ||
    devices.some((device) => otherDevices.has(String(device).toLowerCase()))
  )
}

/** DeepSpeed's `num_gpus` is that of a node and others' that of a run: with several nodes, unknown. */
function totalOf(params: Params): number | null {
  const isOneNode = (countOf(params, nodes) ?? 1) === 1
  return countOf(params, isOneNode ? totals : totals.slice(0, 1))
}

function perNodeTotal(params: Params): number | null {
  const first = perNode.map((name) => readCount(params.get(name))).find((count) => count !== null)
  return first === undefined ? null : first * (countOf(params, nodes) ?? 1)
}

/** The largest of the counts under some names. */
function countOf(params: Params, names: readonly string[]): number | null {
  const counts = names.map((name) => readCount(params.get(name))).filter((count) => count !== null)
  return counts.length === 0 ? null : Math.max(...counts)
}

/** A count, or the length of a list of device numbers: `8`, `'8'`, `'[0,1,2]'`, `'0,1'`. */
function readCount(value: ParamValue | undefined): number | null {
  const text = String(value ?? '').trim()
  const isList = /^\[\s*\d+(?:\s*,\s*\d+)*\s*\]$|^\d+(?:\s*,\s*\d+)+$/.test(text)
  if (isList) return text.split(',').length
  const number = typeof value === 'boolean' ? null : readNumber(value)
  return number !== null && Number.isInteger(number) && number >= 1 ? number : null
}
