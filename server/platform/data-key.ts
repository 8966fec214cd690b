import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as path from 'node:path'

/**
 * The data key: the setting, else (local mode) the one kept in the data folder, made on first use
 * with rights for the owner only. Losing it makes encrypted columns unreadable.
 */
export function dataKey(config: { key: string | undefined; dataDir: string }): string {
  if (config.key) return config.key
  const file = path.join(config.dataDir, 'data.key')
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true })
    const made = randomBytes(32).toString('base64')
    try {
      writeFileSync(file, made, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another program made it in the same moment: that one counts.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}
