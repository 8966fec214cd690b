type Listener = () => void

class AborterSignal {
  aborted = false
  reason: unknown
  private listeners: Listener[] = []

  addEventListener(_event: 'abort', listener: Listener): void {
    this.listeners.push(listener)
  }

  removeEventListener(_event: 'abort', listener: Listener): void {
    this.listeners = this.listeners.filter((each) => each !== listener)
  }

  fire(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.listeners) listener()
  }
}

/** Stands in for AbortController in WeChat, which has none; the build puts it in place. */
export class Aborter {
  readonly signal = new AborterSignal()

  abort(reason?: unknown): void {
    this.signal.fire(reason)
  }
}
