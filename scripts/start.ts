import { sentenceFor } from './say-error'
import { start } from './start-server'

const begun = Date.now()
const say = (text: string) => process.stdout.write(`${text}\n`)

start({ say })
  .then(({ stop, summary }) => {
    say(summary)
    say(`\n用时 ${((Date.now() - begun) / 1000).toFixed(1)} 秒。按 Ctrl-C 停止（数据库一起停）。`)
    let stopping = false
    const end = (signal: string) => {
      if (stopping) return
      stopping = true
      say(`\n收到 ${signal}，正在停止…`)
      stop()
        .then(() => {
          say('已停止，数据都在。')
          process.exit(0)
        })
        .catch((error: unknown) => {
          process.stderr.write(`停止时出错: ${String(error)}\n`)
          process.exit(1)
        })
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => end(signal))
  })
  .catch((error: unknown) => {
    const sentence = sentenceFor(error, process.env.DATABASE_URL)
    process.stderr.write(`\n启动失败: ${sentence ?? (error as Error).stack ?? String(error)}\n`)
    process.exit(1)
  })
