import type { Command } from 'commander'
import { rebuildScores } from '../../server/boards/rebuild'
import { print, printJson, withData } from './with-data'

export function registerRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('由积分账本重算所有派生表，并说明与原来是否有差别')
    .option('--json', '输出 JSON')
    .action(async (options: { json?: boolean }) => {
      const report = await withData((data) => data.db.transaction().execute(rebuildScores))
      if (options.json) return printJson(report)
      print(`账本 ${report.entries} 条，派生 ${report.rows} 行`)
      print(report.differed === 0 ? '与原来完全一致' : `有 ${report.differed} 行不同，已改正`)
    })
}
