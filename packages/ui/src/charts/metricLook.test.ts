import { describe, expect, it } from 'vitest'
import { formatMessages } from '../format/formatMessages.ts'
import { metricLook } from './metricLook.ts'

describe('metricLook', () => {
  it.each([
    ['eval/loss', 'Loss', null],
    ['eval/perplexity', 'Perplexity', null],
    ['learning_rate', 'Learning rate', null],
    ['grad_norm', 'Gradient norm', null],
    ['train/tokens_per_second', 'Tokens per second', null],
    ['gpu_memory_allocated_gb', 'GPU memory (GB)', 'GB'],
    ['gpu_temp_celsius', 'Gpu temp (°C)', '°C'],
    ['system/cpu_percent', 'System cpu (%)', '%'],
    ['step_time_MS', 'Step time (ms)', 'ms'],
    ['seconds', 'Seconds', null],
    ['_ms', 'Ms', null],
    ['loss/ms', 'Loss (ms)', 'ms'],
    ['gb_per_sec', 'Gb per sec', null],
    ['toString', 'ToString', null],
    ['', '', null],
  ])('shows %j as %j in %j', (metric, title, unit) => {
    expect(metricLook(metric, formatMessages)).toEqual({ title, unit })
  })

  it('gives two metrics two titles where only their units differ', () => {
    const titles = ['memory_gb', 'memory_mb', 'memory'].map(
      (metric) => metricLook(metric, formatMessages).title,
    )
    expect(new Set(titles).size).toBe(3)
  })
})
