import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanModelName } from './modelName.ts'

describe('cleanModelName', () => {
  it.each([
    ['huggingface_models/Qwen-Qwen3-1.7B/x', 'Qwen/Qwen3-1.7B'],
    ['/data/huggingface_models/meta-llama-Llama-3-8B', 'meta/llama-Llama-3-8B'],
    ['/a/b/org/name', 'org/name'],
    ['/name', 'name'],
    ['/a/b/org/name/', 'org/name'],
    ['C:\\models\\org\\name', 'org/name'],
    ['./models/org/name', 'org/name'],
    ['/cache/models--Qwen--Qwen2.5-7B-Instruct/snapshots/0a1b', 'Qwen/Qwen2.5-7B-Instruct'],
    ['Qwen/Qwen2.5-7B-Instruct', 'Qwen/Qwen2.5-7B-Instruct'],
    ['gpt2', 'gpt2'],
    ['a/b/c', 'a/b/c'],
    ['huggingface_models', 'huggingface_models'],
    ['__proto__', '__proto__'],
  ])('makes %s %s', (model, name) => {
    expect(cleanModelName(model)).toBe(name)
  })

  it.each([null, undefined, '', '   '])('files %j under Unknown Model', (model) => {
    expect(cleanModelName(model)).toBe('Unknown Model')
  })

  it('changes nothing more when it is applied twice', () => {
    const part = fc.constantFrom('huggingface_models', 'models--', 'a-b', '-', '.', '..', 'C:', '')
    const path = fc.array(fc.oneof(part, fc.string()), { maxLength: 6 }).map((p) => p.join('/'))
    fc.assert(
      fc.property(path, (model) => {
        const once = cleanModelName(model)
        expect(cleanModelName(once)).toBe(once)
        expect(once).not.toBe('')
      }),
    )
  })
})
