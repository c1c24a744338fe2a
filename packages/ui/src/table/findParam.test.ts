import { defineRun, type ParamValue } from '@runoff/core'
import { describe, expect, it } from 'vitest'
import { findParam } from './findParam.ts'

const find = (params: Record<string, ParamValue>, ...names: string[]): number | null =>
  findParam(new Map(Object.entries(params)), names)

describe('findParam', () => {
  it('meets a name however it is spelled and nested', () => {
    expect(find({ learning_rate: 3e-4 }, 'learning_rate')).toBe(3e-4)
    expect(find({ learningRate: 3e-4 }, 'learning_rate')).toBe(3e-4)
    expect(find({ 'Learning-Rate': '3e-4' }, 'learning_rate')).toBe(3e-4)
    expect(find({ 'training.learning_rate': 3e-4 }, 'learning_rate')).toBe(3e-4)
    const { params } = defineRun({ id: 'a', params: { optimizer: { args: { lr: 1e-3 } } } })
    expect(findParam(params, ['lr'])).toBe(1e-3)
  })

  it('takes the first of the names, and of one name the least deep', () => {
    expect(find({ lr: 1, learning_rate: 2 }, 'learning_rate', 'lr')).toBe(2)
    expect(find({ 'a.b.lr': 1, 'z.lr': 2 }, 'lr')).toBe(2)
    expect(find({ 'b.lr': 1, 'a.lr': 2 }, 'lr')).toBe(2)
  })

  it('passes by what is no finite number', () => {
    expect(find({ learning_rate: 'auto', lr: 2 }, 'learning_rate', 'lr')).toBe(2)
    expect(find({ lr: null, 'a.lr': NaN, 'b.lr': true }, 'lr')).toBeNull()
    expect(find({}, 'lr')).toBeNull()
  })

  it('does not take the end of a word for the word', () => {
    expect(find({ min_lr: 1, lr_scheduler: 2 }, 'lr')).toBeNull()
  })
})
