import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import * as path from 'node:path'
import { openEmbeddedDatabase } from '../server/platform/embedded-database'
import { buildMissing } from './build-missing'
import { PROJECT } from './project'
import { sentenceFor } from './say-error'

const CACHE = path.join(PROJECT, '.cache')
const RESULT = path.join(CACHE, 'test-result.json')
/** Two workers on the smallest machine: each test file holds a server or a browser. */
const WORKERS = '2'

interface Result {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numFailedTestSuites: number
}

/**
 * Builds what the browser tests need, holds the test database open for all workers, runs every
 * project of Jest and ends with a line that counts the tests. Arguments go to Jest.
 */
async function test(): Promise<number> {
  mkdirSync(CACHE, { recursive: true })
  const database = await openEmbeddedDatabase({ dataDir: path.join(CACHE, 'test-database') })
  try {
    const args = process.argv.slice(2)
    if (args.length === 0)
      await buildMissing((text) => process.stdout.write(`${text}\n`), ['h5', 'console', 'weapp'])
    const { status } = spawnSync(
      process.execPath,
      [
        path.join(PROJECT, 'node_modules/jest/bin/jest.js'),
        '--maxWorkers',
        WORKERS,
        '--json',
        '--outputFile',
        RESULT,
        ...args,
      ],
      { cwd: PROJECT, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    return report(status)
  } finally {
    await database.release()
  }
}

function report(status: number | null): number {
  if (!existsSync(RESULT)) return 1
  const result = JSON.parse(readFileSync(RESULT, 'utf8')) as Result
  const failed =
    result.numFailedTests + (result.numFailedTests === 0 ? result.numFailedTestSuites : 0)
  const skipped = result.numPendingTests > 0 ? `, ${result.numPendingTests} skipped` : ''
  process.stdout.write(`\n${result.numPassedTests} passed, ${failed} failed${skipped}\n`)
  return status === 0 && result.numPassedTests > 0 ? 0 : 1
}

test().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${sentenceFor(error) ?? (error as Error).stack ?? String(error)}\n`)
    process.exit(1)
  },
)
