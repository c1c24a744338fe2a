import { expect, it } from 'vitest'
import * as root from './index.ts'
import * as files from './files/index.ts'
import * as memory from './memory/index.ts'
import * as mlflow from './mlflow/index.ts'
import * as rest from './rest/index.ts'
import * as snapshot from './snapshot/index.ts'
import * as tensorboard from './tensorboard/index.ts'
import * as testing from './testing/index.ts'
import * as trackio from './trackio/index.ts'

it('exports these names and no others', () => {
  expect(Object.keys(root).toSorted()).toEqual(['combineSources', 'defineSource'])
  expect(Object.keys(memory)).toEqual(['memorySource'])
  expect(Object.keys(files).toSorted()).toEqual([
    'droppedFiles',
    'filesSource',
    'isArtefact',
    'nameMetrics',
    'textFile',
  ])
  expect(Object.keys(rest)).toEqual(['restSource'])
  expect(Object.keys(mlflow).toSorted()).toEqual(['isMlflow', 'mlflowSource'])
  expect(Object.keys(tensorboard).toSorted()).toEqual(['isTensorboard', 'tensorboardSource'])
  expect(Object.keys(trackio).toSorted()).toEqual(['isTrackio', 'trackioSource'])
  expect(Object.keys(snapshot).toSorted()).toEqual([
    'readSnapshot',
    'snapshotDataTags',
    'snapshotFormat',
    'snapshotPageHead',
    'snapshotPieces',
    'snapshotSource',
  ])
  expect(Object.keys(testing)).toEqual(['describeSource'])
})
