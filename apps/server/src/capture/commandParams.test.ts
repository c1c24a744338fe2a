import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCommandParams } from './commandParams.ts'

const paramsOf = (...command: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(readCommandParams(command).params)

describe('the parameters on a command line', () => {
  it('are options with a value behind them, after "=", or none', () => {
    expect(
      paramsOf(
        'python',
        'train.py',
        '--lr',
        '3e-4',
        '--optim=adamw',
        '-b',
        '8',
        '--bf16',
        '--no-tf32',
      ),
    ).toEqual({ lr: 3e-4, optim: 'adamw', b: 8, bf16: true, tf32: false })
  })

  it('are settings as Hydra takes them', () => {
    expect(paramsOf('python', 'train.py', 'optim.lr=0.1', '+seed=7', '++name=a b')).toEqual({
      'optim.lr': 0.1,
      seed: 7,
      name: 'a b',
    })
  })

  it('are those of the script, not of what launches it', () => {
    expect(paramsOf('torchrun', '--nproc-per-node', '8', 'train.py', '--lr', '1')).toEqual({
      lr: 1,
    })
    expect(paramsOf('python', '-m', 'pkg.train', '--lr', '1')).toEqual({ lr: 1 })
    expect(paramsOf('accelerate-train', '--lr', '1')).toEqual({ lr: 1 })
  })

  it('keep a negative number as the value that it is, and a word that is none as text', () => {
    expect(paramsOf('t.py', '--shift', '-0.5', '--layers', '1.2.3', '--flag', '-v')).toEqual({
      shift: -0.5,
      layers: '1.2.3',
      flag: true,
      v: true,
    })
  })

  it('are a list where one comes several times', () => {
    expect(paramsOf('t.py', '--data', 'a', '--data', 'b')).toEqual({ data: ['a', 'b'] })
  })

  it('never hold a secret, and neither does the text', () => {
    const { params, text } = readCommandParams([
      'python',
      'train.py',
      '--hub_token',
      'hf_1',
      '--api-key=k2',
      'wandb.password=p3',
      '--max_tokens',
      '9',
    ])
    expect([...params]).toEqual([['max_tokens', 9]])
    expect(text).toBe(
      'python train.py --hub_token ••• --api-key=••• wandb.password=••• --max_tokens 9',
    )
  })

  it('may be anything at all', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(readCommandParams(words).params.size).toBeLessThanOrEqual(words.length)
      }),
    )
    expect(paramsOf('t.py', '--__proto__=1')).toEqual(Object.fromEntries([['__proto__', 1]]))
    expect(paramsOf()).toEqual({})
  })

  it('are shown with quotes where a shell needs them', () => {
    expect(readCommandParams(['t.py', "it's", '']).text).toBe(String.raw`t.py 'it'\''s' ''`)
  })
})
