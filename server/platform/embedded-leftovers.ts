import * as fs from 'node:fs'
import { errorCode } from './embedded-error'
import { isLiving, programNameOf } from './embedded-process'

/** 'unseen': the system does not let us look (a container's root without ptrace, not Linux). */
type Sight = 'here' | 'elsewhere' | 'unseen'

/** PostgreSQL's processes all work inside their cluster's folder. */
function workplace(pid: number, clusterDir: string): Sight {
  try {
    const cwd = fs.statSync(`/proc/${pid}/cwd`)
    const cluster = fs.statSync(clusterDir)
    return cwd.dev === cluster.dev && cwd.ino === cluster.ino ? 'here' : 'elsewhere'
  } catch (error) {
    return errorCode(error) === 'EACCES' ? 'unseen' : 'elsewhere'
  }
}

/** True when the process lives and is PostgreSQL at work in `clusterDir`, not a reused pid. */
export function isPostmasterOf(pid: number, clusterDir: string): boolean {
  if (!isLiving({ pid, since: null })) return false
  const name = programNameOf(pid)
  if (name !== null && name !== 'postgres') return false
  return process.platform !== 'linux' || workplace(pid, clusterDir) !== 'elsewhere'
}

/** Processes of this cluster that are still there; only Linux can say. */
export function findLeftovers(clusterDir: string): number[] {
  if (process.platform !== 'linux') return []
  const pids = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids
    .map(Number)
    .filter((pid) => programNameOf(pid) === 'postgres' && workplace(pid, clusterDir) === 'here')
}
