import type { Command } from 'commander'
import { print, printJson, withData } from './with-data'

export function registerMigrate(program: Command): void {
  program
    .command('migrate')
    .description('把数据库升级到本版本（重复执行不会有变化）')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const applied = await withData(async (data) => data.migrated)
      if (options.json) printJson({ applied })
      else print(applied.length > 0 ? `已执行 ${applied.join(', ')}` : '已是最新，无需迁移')
    })
}
