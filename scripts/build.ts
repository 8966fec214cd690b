import { buildDoors } from './build-doors'
import { buildMissing } from './build-missing'

async function build(): Promise<void> {
  await buildMissing((text) => process.stdout.write(`${text}\n`))
  await buildDoors()
}

build().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
  process.exit(1)
})
