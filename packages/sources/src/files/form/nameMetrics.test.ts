import { expect, it } from 'vitest'
import type { MetricRow } from '../formats/parsedFile.ts'
import { nameMetrics } from './nameMetrics.ts'

const row = (names: readonly string[], phase: MetricRow['phase'] = null): MetricRow => ({
  phase,
  step: 1,
  epoch: null,
  timeMs: null,
  metrics: new Map(names.map((name) => [name, 1])),
})

const namesOf = (rows: readonly MetricRow[], filePhase: 'train' | 'eval' | null = null): object => {
  const nameOf = nameMetrics(rows, filePhase)
  const pairs = rows.flatMap(({ phase, metrics }) =>
    Array.from(metrics.keys(), (raw) => [raw, nameOf(raw, phase)] as const),
  )
  return Object.fromEntries(pairs)
}

it('names one metric for steps and epochs by what it is better known for', () => {
  const names = ['train_loss_step', 'train_loss_epoch', 'val_loss_step', 'val_loss_epoch']
  expect(namesOf([row(names)])).toEqual({
    train_loss_step: 'train/loss',
    train_loss_epoch: 'train/loss_epoch',
    val_loss_step: 'eval/loss_step',
    val_loss_epoch: 'eval/loss',
  })
})

it('takes the suffix from a metric that was logged only once', () => {
  expect(namesOf([row(['train_loss_step', 'val_acc_epoch', 'train_tokens_per_step'])])).toEqual({
    train_loss_step: 'train/loss',
    val_acc_epoch: 'eval/accuracy',
    train_tokens_per_step: 'train/tokens_per_step',
  })
})

it('lets only one of two metrics in a row have a name', () => {
  expect(namesOf([row(['train_loss', 'loss', 'lr', 'learning_rate'])])).toEqual({
    train_loss: 'train/loss',
    loss: 'loss',
    lr: 'lr',
    learning_rate: 'learning_rate',
  })
})

it('takes names that were never logged together for one metric', () => {
  expect(namesOf([row(['lr']), row(['learning_rate'])])).toEqual({
    lr: 'learning_rate',
    learning_rate: 'learning_rate',
  })
})

it('names a metric by the phase of its row, or of its file', () => {
  expect(namesOf([row(['loss'], 'eval')])).toEqual({ loss: 'eval/loss' })
  expect(namesOf([row(['loss'])], 'eval')).toEqual({ loss: 'eval/loss' })
  expect(namesOf([row(['loss'])])).toEqual({ loss: 'train/loss' })
})

it('claims no phase for a metric that names none among others that do', () => {
  expect(namesOf([row(['train_loss', 'valid_loss', 'accuracy', 'lr'])])).toEqual({
    train_loss: 'train/loss',
    valid_loss: 'eval/loss',
    accuracy: 'accuracy',
    lr: 'learning_rate',
  })
  expect(namesOf([row(['loss', 'val_loss', 'accuracy'])])).toMatchObject({
    accuracy: 'train/accuracy',
  })
})

it('takes the plainest of the names in a row that mean the same', () => {
  expect(namesOf([row(['total_loss', 'loss', 'base_lr', 'lr'])])).toEqual({
    total_loss: 'total_loss',
    loss: 'train/loss',
    base_lr: 'base_lr',
    lr: 'learning_rate',
  })
})
