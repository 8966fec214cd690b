import { randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import * as path from 'node:path'
import { isLiving, markFrom, ownMark } from './embedded-process'

/** A file that says: this process uses the database. Returns its path; call under the lock. */
export function takeLease(runDir: string): string {
  const name = `${process.pid}-${randomBytes(6).toString('hex')}.json`
  const file = path.join(runDir, name)
  fs.writeFileSync(file, JSON.stringify(ownMark()), { flag: 'wx' })
  fs.chmodSync(file, 0o644)
  return file
}

/** Counts the leases of living processes and removes those of dead ones; call under the lock. */
export function countLeases(runDir: string): number {
  const files = fs.readdirSync(runDir).filter((name) => /^\d+-[0-9a-f]+\.json$/.test(name))
  const living = files.filter((name) => {
    const file = path.join(runDir, name)
    if (isHeld(file)) return true
    fs.rmSync(file, { force: true })
    return false
  })
  return living.length
}

function isHeld(file: string): boolean {
  try {
    const mark = markFrom(JSON.parse(fs.readFileSync(file, 'utf8')))
    return mark !== null && isLiving(mark)
  } catch {
    return false
  }
}
