import '@testing-library/jest-dom'
import { TextDecoder, TextEncoder } from 'node:util'

interface Port {
  onmessage: (() => void) | null
  postMessage(): void
}

/** Node's own MessageChannel would keep the test process alive. */
class ChannelStandIn {
  readonly port1: Port = { onmessage: null, postMessage: () => this.tell(this.port2) }
  readonly port2: Port = { onmessage: null, postMessage: () => this.tell(this.port1) }

  private tell(port: Port) {
    setTimeout(() => port.onmessage?.(), 0)
  }
}

/** What real browsers have and jsdom has not: asked for by React Router and Ant Design. */
Object.assign(globalThis, {
  TextEncoder,
  TextDecoder,
  MessageChannel: ChannelStandIn,
  Request: class {
    readonly url: string
    readonly signal: AbortSignal | undefined
    readonly method = 'GET'
    constructor(url: string | URL, init: { signal?: AbortSignal } = {}) {
      this.url = String(url)
      this.signal = init.signal
    }
  },
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
  matchMedia: () => ({
    matches: false,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
  }),
})
Element.prototype.scrollIntoView = () => {}

const computedStyle = window.getComputedStyle.bind(window)
window.getComputedStyle = (element) => computedStyle(element)
