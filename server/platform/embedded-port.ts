import { randomInt } from 'node:crypto'
import * as fs from 'node:fs'
import * as net from 'node:net'
import * as path from 'node:path'
import { giveToOwnerOf, type Home } from './embedded-home'

/**
 * Below the ports that systems lend to outgoing connections: there, a client that keeps asking for
 * a port nobody listens on can end up connected to itself and occupy it.
 */
const LOWEST = 20_000
const HIGHEST = 32_000
const TRIES = 50

function portFile(home: Home): string {
  return path.join(home.runDir, 'port')
}

/** The port of the last start, or null: running programs still look for the database there. */
export function lastPort(home: Home): number | null {
  try {
    const port = Number(fs.readFileSync(portFile(home), 'utf8'))
    return Number.isInteger(port) && port >= 1024 && port <= 65_535 ? port : null
  } catch {
    return null
  }
}

export function notePort(home: Home, port: number): void {
  fs.writeFileSync(portFile(home), String(port))
  giveToOwnerOf(home.dataDir, portFile(home))
}

/** A port of 127.0.0.1 on which nobody listens now. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const port = randomInt(LOWEST, HIGHEST)
    if (await isFree(port)) return port
  }
  throw new Error(`no free port between ${LOWEST} and ${HIGHEST} on 127.0.0.1`)
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.close(() => resolve(true))
    })
  })
}
