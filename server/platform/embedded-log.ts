import * as fs from 'node:fs'
import type { Home } from './embedded-home'

const ROTATE_BYTES = 10 * 1024 * 1024
const READ_BYTES = 16 * 1024

/**
 * Makes the server's log writable for the user that it runs as, puts a log over 10 MB aside as
 * <log>.1, and answers the length where the next start begins to write.
 */
export function openLog(home: Home): number {
  const size = fs.statSync(home.logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > ROTATE_BYTES) fs.renameSync(home.logFile, `${home.logFile}.1`)
  fs.closeSync(fs.openSync(home.logFile, 'a', 0o600))
  if (home.runAs) fs.lchownSync(home.logFile, home.runAs.uid, home.runAs.gid)
  return size > ROTATE_BYTES ? 0 : size
}

/** The end of what was logged after `from`, at most 16 KB. */
export function logSince(home: Home, from: number): string {
  const handle = fs.openSync(home.logFile, 'r')
  try {
    const size = fs.fstatSync(handle).size
    const start = Math.max(from, size - READ_BYTES)
    const bytes = Buffer.alloc(Math.max(0, size - start))
    fs.readSync(handle, bytes, 0, bytes.length, start)
    return bytes.toString('utf8')
  } finally {
    fs.closeSync(handle)
  }
}
