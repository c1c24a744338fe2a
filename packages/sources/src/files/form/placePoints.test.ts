import { describe, expect, it } from 'vitest'
import { list, readSeries, codesOf, rows, stateText } from '../../testdata/runFiles.ts'
import { textFile } from '../runFile.ts'

describe('where points stand', () => {
  it('keeps NaN and infinite values', async () => {
    const text = stateText(rows).replace('3.5', 'NaN').replace('2.5', '-Infinity')
    const { values } = await readSeries([textFile('a/trainer_state.json', text)], 'train/loss')
    expect([...values]).toEqual([NaN, 3, -Infinity, 2])
  })

  it('places points by their epochs where the log names no step, and says so', async () => {
    const files = [textFile('a/log.csv', 'epoch,loss\n0.5,3\n1,2\n')]
    const series = await readSeries(files, 'train/loss')
    expect([series.stepUnit, ...series.steps]).toEqual(['epoch', 0.5, 1])
    expect(codesOf(await list(...files))).toEqual(['no-step a/log.csv'])
  })

  it.each([
    ['rounded', 'epoch,loss\n0.1,3\n0.1,2\n0.2,1\n'],
    ['of another training', 'epoch,loss\n1,3\n2,2\n1,1\n'],
    ['missing', 'loss\n3\n2\n1\n'],
    ['with steps counted anew in each', 'epoch,step,loss\n1,0,3\n1,1,2\n2,0,1\n'],
  ])('places points by their order where the epochs are %s', async (_, text) => {
    const series = await readSeries([textFile('a/log.csv', text)], 'train/loss')
    expect([series.stepUnit, ...series.steps]).toEqual(['record', 1, 2, 3])
    expect([...series.values]).toEqual([3, 2, 1])
  })

  it('joins the epochs of a run that was resumed, the later value winning', async () => {
    const text = 'epoch,loss\n1,9\n2,8\n3,7\n2,6\n3,5\n4,4\n'
    const series = await readSeries([textFile('a/results.csv', text)], 'train/loss')
    expect([...series.steps]).toEqual([1, 2, 3, 4])
    expect([...series.values]).toEqual([9, 6, 5, 4])
    expect(series.total).toBe(6)
  })
})
