import { Command } from 'commander'
import { speakChinese } from './command-words'
import { registerBoards } from './commands/boards'
import { registerDoctor } from './commands/doctor'
import { registerImport } from './commands/import'
import { registerMigrate } from './commands/migrate'
import { registerRebuild } from './commands/rebuild'
import { registerSeed } from './commands/seed'
import { sentenceFor } from './say-error'

const program = speakChinese(new Command('fangpian'))
  .description('防骗我最牛 命令行：服务开着或停着都能用')
  .addHelpText(
    'after',
    '\n退出码：0 成功；1 失败（一句话说明原因）；2 命令或参数写错。' +
      '\n给程序用时加 --json（结果是标准输出的一行 JSON），并用 npm run -s fangpian -- …',
  )
  .exitOverride()

for (const register of [
  registerMigrate,
  registerSeed,
  registerDoctor,
  registerImport,
  registerBoards,
  registerRebuild,
]) {
  register(program)
}

/** A pipe takes a long board in many gulps: leaving before the last would cut its JSON. */
function exit(code: number): void {
  process.stdout.write('', () => process.exit(code))
}

program.parseAsync(process.argv).then(
  () => exit(Number(process.exitCode ?? 0)),
  (error: unknown) => {
    const { code, exitCode } = error as { code?: string; exitCode?: number }
    // Commander has printed its own words already.
    if (code?.startsWith('commander.')) return exit(exitCode === 0 ? 0 : 2)
    const sentence = sentenceFor(error, process.env.DATABASE_URL)
    process.stderr.write(`失败: ${sentence ?? (error as Error).stack ?? String(error)}\n`)
    exit(1)
  },
)
