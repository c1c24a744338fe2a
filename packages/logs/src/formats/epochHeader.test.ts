import { describe, expect, it } from 'vitest'
import { readEpochHeader } from './epochHeader.ts'

describe('readEpochHeader', () => {
  it.each([
    ['Epoch 3/20', 3],
    ['  Epoch 1/1  ', 1],
    ['[rank0]: Epoch 12/100', 12],
    ['2024-05-01 12:00:00 INFO Epoch 0/5', 0],
  ])('reads %j', (text, epoch) => {
    expect(readEpochHeader(text)).toBe(epoch)
  })

  it.each([
    '',
    'Epoch ',
    'Epoch 3',
    'Epoch 3/',
    'Epoch /3',
    'Epoch 3/20: loss 0.5',
    'Epoch 00003: val_loss improved from inf to 0.5',
    'Epoch [3/20]',
  ])('gives null for %j', (text) => {
    expect(readEpochHeader(text)).toBeNull()
  })
})
