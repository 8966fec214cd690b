import type { Tx } from '../platform/database'
import { buildFenceIndex, type FenceIndex, type IndexedFence } from './fence-index'
import { currentFences, fenceEpoch } from './store'

export interface FencesInMemory {
  readonly near: FenceIndex['near']
  readonly all: readonly IndexedFence[]
}

/** Fences held in this process, reloaded when their epoch has moved. */
export interface FenceMemory {
  current(tx: Tx, now: Date): Promise<FencesInMemory>
}

export function fenceMemory(): FenceMemory {
  let held: { epoch: string; fences: FencesInMemory } | null = null
  return {
    async current(tx, now) {
      const epoch = await fenceEpoch(tx)
      if (held?.epoch === epoch) return held.fences
      const rows = await currentFences(tx, now)
      const fences = { near: buildFenceIndex(rows).near, all: rows }
      held = { epoch, fences }
      return fences
    },
  }
}
