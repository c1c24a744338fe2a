import { expect, it } from 'vitest'
import { lastPartOf } from './lastPart.ts'

it.each([
  ['num_nodes', 'num_nodes'],
  ['trainer.numNodes', 'num_nodes'],
  ['trainer/num-nodes', 'num_nodes'],
  ['Run Name', 'run_name'],
  ['a.b/c', 'c'],
  ['a/b.c', 'c'],
  ['Trainer.GPUs', 'gpus'],
  ['', ''],
  ['a.', ''],
  [`a.${'x'.repeat(100)}`, 'x'.repeat(60)],
])('takes of %s the words of its last part: %s', (name, last) => {
  expect(lastPartOf(name)).toBe(last)
})
