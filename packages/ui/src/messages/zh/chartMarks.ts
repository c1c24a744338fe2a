import type { MarkMessages } from '../../charts/messages.ts'

export const markMessages: MarkMessages = {
  listOf: (title) => `${title}中的标记`,
  ofLine: (name, text) => `${name}：${text}`,
  best: (value, place, checkpointPath) =>
    `最佳，${place}处为 ${value}${checkpointPath === null ? '' : `，检查点 ${checkpointPath}`}`,
  spike: (value, place) => `${place}处突增至 ${value}`,
  divergence: (place, isOngoing) => `在${place}发散${isOngoing ? '' : '，之后恢复'}`,
  restart: (place) => `在${place}之前重新启动`,
  end: (value, place) => `仍在训练，${place}处为 ${value}`,
  count: {
    best: (_count, text) => `${text} 个最佳点`,
    spike: (_count, text) => `${text} 个尖峰`,
    divergence: (_count, text) => `${text} 处发散`,
    restart: (_count, text) => `${text} 次重启`,
    end: (_count, text) => `${text} 个运行仍在训练`,
  },
  summary: (counts) => `已标记：${counts.join('，')}。`,
  leftOut: (_count, text) => `另有 ${text} 个标记未显示。`,
}
