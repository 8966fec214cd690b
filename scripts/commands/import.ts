import type { Command } from 'commander'
import { registerImportFences } from './import-fences'
import { registerImportRecruitments } from './import-recruitments'

export function registerImport(program: Command): void {
  const group = program.command('import').description('导入围栏或历史扫码记录')
  registerImportFences(group)
  registerImportRecruitments(group)
}
