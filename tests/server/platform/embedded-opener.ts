/**
 * A program of its own that opens the embedded database, for tests that kill programs. Arguments:
 * the data folder, and `alive` to look after it. Speaks JSON lines; the line `release` ends it.
 */
import { createInterface } from 'node:readline'
import {
  EmbeddedDatabaseError,
  keepDatabaseAlive,
  openEmbeddedDatabase,
} from '../../../server/platform/embedded-database'

function say(event: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(event)}\n`)
}

async function main(): Promise<void> {
  const dataDir = process.argv[2] ?? ''
  const database = await openEmbeddedDatabase({ dataDir, progress: (step) => say({ step }) })
  if (process.argv[3] === 'alive') {
    keepDatabaseAlive(database, {
      onRestart: (event) => say({ restarted: event.connectionString, downMs: event.downMs }),
    })
  }
  say({ opened: database.connectionString, started: database.started })
  for await (const line of createInterface({ input: process.stdin })) {
    if (line === 'release') break
  }
  process.stdin.destroy()
  await database.release()
  say({ released: true })
}

main().catch((error: unknown) => {
  say({
    code: error instanceof EmbeddedDatabaseError ? error.code : 'OTHER',
    message: error instanceof Error ? error.message : String(error),
  })
  process.exitCode = 1
})
