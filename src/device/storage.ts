import Taro from '@tarojs/taro'

const PREFIX = 'fangpian:'

/** What was kept on this phone under the name, or null; broken or foreign data counts as none. */
export function readKept<T>(name: string): T | null {
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + name)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : null
  } catch {
    return null
  }
}

/** Keeps a value on this phone; a full or forbidden storage loses it silently, never the page. */
export function keep(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(PREFIX + name, JSON.stringify(value))
  } catch {
    forget(name)
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(PREFIX + name)
  } catch {
    // Private windows refuse storage altogether; there is nothing to forget then.
  }
}
