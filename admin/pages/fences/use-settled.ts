import { useEffect, useState } from 'react'

const SETTLE_MS = 250

/** A value once it has stopped changing: one question to the server a word, not one a key. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
