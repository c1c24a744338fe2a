import type { FormatMessages } from '../../format/formatMessages.ts'

const months = Array.from({ length: 12 }, (_month, index) => `${index + 1}月`)

export const formatMessages: FormatMessages = {
  numberMarks: { decimal: '.', group: ',' },
  percent: (number) => `${number}%`,
  durations: {
    seconds: (count) => `${count} 秒`,
    minutes: (count) => `${count} 分`,
    hours: (count) => `${count} 小时`,
    days: (count) => `${count} 天`,
    both: (large, small) => `${large} ${small}`,
  },
  list: { between: '、', last: '和' },
  joints: {
    betweenSentences: '',
    labelled: (name, text) => `${name}：${text}`,
    aside: (text, remark) => `${text}（${remark}）`,
  },
  months,
  monthDay: (month, day) => `${month}${day}日`,
  dateTime: (date, clock) => `${date} ${clock} UTC`,
  statuses: {
    queued: '排队中',
    running: '运行中',
    completed: '已完成',
    failed: '失败',
    cancelled: '已取消',
    unknown: '未知',
  },
  endedIn: (value) => `以 ${value} 结束`,
  metricNames: {
    'eval/loss': '损失',
    'eval/perplexity': '困惑度',
    perplexity: '困惑度',
    learning_rate: '学习率',
    grad_norm: '梯度范数',
    'train/tokens_per_second': '每秒词元数',
    'train/samples_per_second': '每秒样本数',
    gpu_memory_allocated_gb: 'GPU 显存（GB）',
  },
  metricWords: {
    'eval/loss': '评估损失',
    'train/loss': '训练损失',
    loss: '损失',
    'eval/accuracy': '评估准确率',
    'train/accuracy': '训练准确率',
    accuracy: '准确率',
    'eval/perplexity': '评估困惑度',
    perplexity: '困惑度',
    learning_rate: '学习率',
    grad_norm: '梯度范数',
    'train/tokens_per_second': '每秒词元数',
    'train/samples_per_second': '每秒样本数',
    gpu_memory_allocated_gb: 'GPU 显存（GB）',
  },
}
