import { describe, expect, it } from 'vitest'
import { defineRun } from '../run/defineRun.ts'
import { namedGpus } from './namedGpus.ts'

const gpusOf = (params: Readonly<Record<string, unknown>>): number | null =>
  namedGpus(defineRun({ id: 'a', params }))

describe('namedGpus', () => {
  it.each([
    'world_size',
    'num_gpus',
    'n_gpus',
    'n_gpu',
    'ngpus',
    'ngpu',
    'gpu_count',
    'total_gpus',
    'num_devices',
    'num_processes',
    'nproc_per_node',
    'gpus_per_node',
    'num_gpus_per_node',
    'devices_per_node',
    'gpus',
    'devices',
    'trainer.numGpus',
  ])('reads %s', (name) => {
    expect(gpusOf({ [name]: 4 })).toBe(4)
    expect(gpusOf({ [name]: '4' })).toBe(4)
  })

  it.each(['nnodes', 'num_nodes', 'n_nodes', 'num_machines', 'nodes'])(
    'multiplies what one node has by %s',
    (name) => {
      expect(gpusOf({ nproc_per_node: 8, [name]: 2 })).toBe(16)
      expect(gpusOf({ devices: 4, [name]: 3 })).toBe(12)
    },
  )

  it('names no GPUs where only nodes are named, or nothing', () => {
    expect(gpusOf({ nnodes: 2 })).toBeNull()
    expect(gpusOf({})).toBeNull()
    expect(gpusOf({ learning_rate: 8 })).toBeNull()
  })

  it('takes the largest count for a whole run, for one process may hold several GPUs', () => {
    expect(gpusOf({ world_size: 1, n_gpu: 8 })).toBe(8)
    expect(gpusOf({ world_size: 16, num_gpus: 8 })).toBe(16)
  })

  it('prefers a count of the whole run to processes, and these to what one node has', () => {
    expect(gpusOf({ world_size: 2, num_processes: 32, nproc_per_node: 8 })).toBe(2)
    expect(gpusOf({ num_processes: 4, nproc_per_node: 8, nnodes: 2 })).toBe(4)
    expect(gpusOf({ nproc_per_node: 2, gpus: 8 })).toBe(2)
  })

  it('does not take a count that may be that of one of several nodes for all', () => {
    expect(gpusOf({ num_gpus: 8, num_nodes: 2 })).toBeNull()
    expect(gpusOf({ num_gpus: 8, num_nodes: 1 })).toBe(8)
    expect(gpusOf({ num_gpus: 8, num_nodes: 2, world_size: 16 })).toBe(16)
    expect(gpusOf({ num_gpus: 8, num_nodes: 2, gpus_per_node: 8 })).toBe(16)
  })

  it('counts the devices of a list', () => {
    expect(gpusOf({ devices: [0, 2, 5] })).toBe(3)
    expect(gpusOf({ gpus: '0,1' })).toBe(2)
    expect(gpusOf({ gpus: ' [ 0 , 11 ] ' })).toBe(2)
    expect(gpusOf({ devices: [3] })).toBe(1)
  })

  it('knows no count from what is no whole number of at least 1', () => {
    const none = [0, -1, 0.5, 'auto', '', null, true, 'a,b', '1,b', 'x0,1', '0,1x', [], NaN]
    expect(none.map((devices) => gpusOf({ devices }))).toEqual(none.map(() => null))
    expect(gpusOf({ devices: 1 })).toBe(1)
  })

  it.each(['cpu', 'tpu', 'xla', 'mps', 'hpu', 'CPU'])('names no GPUs for a run on %s', (device) => {
    expect(gpusOf({ devices: 8, accelerator: device })).toBeNull()
    expect(gpusOf({ devices: 8, device })).toBeNull()
  })

  it('names no GPUs for a run that was told to use none', () => {
    expect(gpusOf({ num_processes: 8, use_cpu: true })).toBeNull()
    expect(gpusOf({ num_processes: 8, no_cuda: true })).toBeNull()
    expect(gpusOf({ num_processes: 8, use_cpu: false, no_cuda: false, device: 'cuda' })).toBe(8)
  })
})
