import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'
import { build } from 'esbuild'
import { DIST, PROJECT } from './project'

const FOLDER = path.join(PROJECT, 'cloudfunctions')
export const DOORS_DIST = path.join(DIST, 'cloudfunctions')

/** Event functions are called as index.main; the HTTP function is started by scf_bootstrap. */
const HTTP_DOORS = ['console']
const BOOTSTRAP = '#!/bin/sh\nexec node index.js\n'

/** Optional native or unused parts that the drivers ask for only when they are there. */
const EXTERNAL = ['pg-native', 'pino-pretty', 'pg-cloudflare']

/** Bundles each door into a folder that runs from anywhere: one file and its own package.json. */
export async function buildDoors(say: (text: string) => void = () => undefined): Promise<string[]> {
  const doors = readdirSync(FOLDER).filter((name) =>
    statSync(path.join(FOLDER, name)).isDirectory(),
  )
  for (const door of doors) {
    const out = path.join(DOORS_DIST, door)
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    await build({
      entryPoints: [path.join(FOLDER, door, 'index.ts')],
      outfile: path.join(out, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minifySyntax: true,
      external: EXTERNAL,
      logLevel: 'error',
    })
    const manifest = { name: `fangpian-${door}`, version: '1.0.0', private: true, main: 'index.js' }
    writeFileSync(path.join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    if (HTTP_DOORS.includes(door))
      writeFileSync(path.join(out, 'scf_bootstrap'), BOOTSTRAP, { mode: 0o755 })
    const kilobytes = Math.round(statSync(path.join(out, 'index.js')).size / 1024)
    say(`${door.padEnd(8)} ${kilobytes} KB  dist/cloudfunctions/${door}/`)
  }
  return doors
}

if (require.main === module) {
  buildDoors((text) => process.stdout.write(`${text}\n`)).catch((error: unknown) => {
    process.stderr.write(`${(error as Error).stack ?? String(error)}\n`)
    process.exit(1)
  })
}
