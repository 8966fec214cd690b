/** What a long-running server may hear of its database. */
export interface AliveOptions {
  /** It is back after `downMs`; the port is the same unless another program took it meanwhile. */
  readonly onRestart?: (event: { downMs: number; connectionString: string }) => void
  /** One try to bring it back failed (a full disk, say); the next follows by itself. */
  readonly onProblem?: (error: unknown) => void
}

export interface Watched {
  isRunning(): boolean
  /** Brings it back and answers the connection string; null when it is no longer wanted. */
  restart(): Promise<string | null>
}

const LOOK_EVERY_MS = 250
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 5_000

/**
 * Looks after a database until the returned function is called, and starts it again when it died,
 * with pauses from 0.2 s to 5 s between failing tries. Does not keep the process alive.
 */
export function superviseDatabase(watched: Watched, options: AliveOptions): () => void {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let downSince: number | null = null
  let pauseMs = FIRST_PAUSE_MS

  const lookAgain = (afterMs: number) => {
    if (!stopped) timer = setTimeout(look, afterMs).unref()
  }
  const look = () => {
    if (watched.isRunning()) return lookAgain(LOOK_EVERY_MS)
    downSince ??= Date.now()
    watched.restart().then(isBack, failed)
  }
  const isBack = (connectionString: string | null) => {
    const downMs = Date.now() - (downSince ?? Date.now())
    downSince = null
    pauseMs = FIRST_PAUSE_MS
    if (connectionString !== null && !stopped) options.onRestart?.({ downMs, connectionString })
    lookAgain(LOOK_EVERY_MS)
  }
  const failed = (error: unknown) => {
    if (!stopped) options.onProblem?.(error)
    lookAgain(pauseMs)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }

  lookAgain(LOOK_EVERY_MS)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
