import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBookkeepingParam } from './bookkeeping.ts'

describe('isBookkeepingParam', () => {
  it.each([
    'seed',
    'random_seed',
    'data_seed',
    'data-seed',
    'dataSeed',
    'SEED',
    'rng',
    'random_state',
    'seed_everything',
    'trainer.seed',
    'trainer/seed',
    'a.b/c.random_seed',
  ])('takes %s for a seed', (name) => {
    expect(isBookkeepingParam(name)).toBe(true)
  })

  it.each([
    'output_dir',
    'outputDir',
    'output-dir',
    'trainer.output_dir',
    'trainer/outputDir',
    'logging_dir',
    'run_name',
    'Run Name',
    'hub_token',
    'slurm_job_id',
    'cuda_visible_devices',
    'CUDA_VISIBLE_DEVICES',
    'master_port',
  ])('takes %s for the name of a place or a run', (name) => {
    expect(isBookkeepingParam(name)).toBe(true)
  })

  it.each([
    'lr',
    'learning_rate',
    'rank',
    'lora.r',
    'data_dir',
    'model_name_or_path',
    'seeds_per_batch',
    'reseed',
    'num_seed_words',
    'output_dim',
    'seed.lr',
    'run_name/dropout',
    'rng_noise',
    '',
    '.',
  ])('keeps %s, which may say how a run was trained', (name) => {
    expect(isBookkeepingParam(name)).toBe(false)
  })

  it('judges by the last part alone, whatever comes before it', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('seed', 'output_dir', 'lr'), (path, last) => {
        expect(isBookkeepingParam(`${path}.${last}`)).toBe(last !== 'lr')
        expect(isBookkeepingParam(`${path}/${last}`)).toBe(last !== 'lr')
      }),
    )
  })

  it('answers at once for names of any length', () => {
    expect(isBookkeepingParam('aB'.repeat(100_000))).toBe(false)
    expect(isBookkeepingParam(`${'x.'.repeat(100_000)}seed`)).toBe(true)
  })
})
