import { spawnSync } from 'node:child_process'
import * as path from 'node:path'
import { PROJECT } from './project'

const bin = (name: string) => path.join(PROJECT, 'node_modules', '.bin', name)

const STEPS: readonly [string, string, readonly string[]][] = [
  ['format and lint', bin('biome'), ['check', '.']],
  ['types', bin('tsc'), ['--noEmit', '-p', '.']],
  ['house rules', bin('jest'), ['--selectProjects', 'rules', '--testPathPatterns', 'tidy']],
]

/** Runs every step even when one fails, so that one look shows everything. */
const failed = STEPS.filter(([name, command, args]) => {
  process.stdout.write(`— ${name}\n`)
  return spawnSync(command, args, { cwd: PROJECT, stdio: 'inherit' }).status !== 0
})
for (const [name] of failed) process.stderr.write(`check failed: ${name}\n`)
process.exit(failed.length > 0 ? 1 : 0)
