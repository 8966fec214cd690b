import type { Command } from 'commander'
import { seedDemoOnce } from '../demo/seed-demo'
import { SaidError } from '../say-error'
import { note, print, printJson, withData } from './with-data'

export function registerSeed(program: Command): void {
  program
    .command('seed')
    .description('写入文章与小课，并建立示范县（虚构的地方与人；只在 local 模式）')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      await withData(async (data) => {
        if (data.config.mode !== 'local')
          throw new SaidError(
            `seed 会写入虚构的人，只能在 local 模式使用（现在是 ${data.config.mode}）`,
          )
        await seedDemoOnce(data, options.json ? note : print)
        if (options.json) printJson({ seeded: true })
        else print('示范数据已就绪')
      })
    })
}
