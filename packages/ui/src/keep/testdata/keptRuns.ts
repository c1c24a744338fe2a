import { defineRun, defineSeries, type MetricSeries, type Run } from '@runoff/core'
import { memorySource, type MemoryRun } from '@runoff/sources/memory'
import type { RunSource } from '@runoff/sources'

const curve = (end: number, points = 20): MetricSeries =>
  defineSeries({
    steps: Array.from({ length: points }, (_, i) => i * 10),
    values: Array.from({ length: points }, (_, i) => end + Math.exp(-i / 4)),
  })

/** Two configurations with two seeds each, with curves. */
const keptInputs: readonly MemoryRun[] = [
  ['low-a', 0.2, 1e-4, '1'],
  ['low-b', 0.21, 1e-4, '2'],
  ['high-a', 0.5, 3e-4, '1'],
  ['high-b', 0.52, 3e-4, '2'],
].map(([id, end, lr, seed]) => ({
  id: String(id),
  name: String(id),
  model: 'org/small',
  status: 'completed',
  seed: String(seed),
  params: { learning_rate: Number(lr), optimizer: 'adamw' },
  series: {
    'eval/loss': curve(Number(end)),
    'train/loss': curve(Number(end) - 0.03, 100),
    learning_rate: curve(0.0001),
  },
}))

/** A source of them. */
export function keptSource(more: readonly MemoryRun[] = []): RunSource {
  return memorySource({ runs: [...keptInputs, ...more] })
}

/** They themselves, as the source lists them. */
export async function keptRuns(source: RunSource = keptSource()): Promise<readonly Run[]> {
  return (await source.listRuns({})).runs
}

/** A run whose every text would do harm where it is not escaped. */
export const hostileName: string =
  '</title><script>alert(1)</script><img src=x onerror=alert(2)>"\'`'
export const hostileRun: Run = defineRun({
  id: `id ${hostileName}`,
  name: hostileName,
  model: hostileName,
  status: 'completed',
  params: { [hostileName]: hostileName },
  metrics: { 'eval/loss': { last: 0.1, min: 0.1, count: 3, basis: 'full' } },
})
