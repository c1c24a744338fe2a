'use client'
import { memorySource } from '@runoff/sources/memory'
import { RunComparison } from '@runoff/ui'

const curve = (scale: number) =>
  Array.from({ length: 50 }, (_, i) => ({ step: i * 10, value: scale / (1 + i) + 0.2 }))

const source = memorySource({
  runs: ['run-a', 'run-b', 'run-c'].map((name, i) => ({
    name,
    model: 'org/model',
    status: 'completed',
    params: { learning_rate: 10 ** -(i + 2) },
    series: { 'train/loss': curve(2 + i), 'eval/loss': curve(2.5 + i) },
  })),
})

export function Comparison() {
  return <RunComparison source={source} />
}
