import { SingleBar } from 'cli-progress'
import type { ImportStep } from '../../server/history/import-options'

/** Reading takes about half of an import's time, crediting and filing a quarter each. */
const SHARE = {
  reading: [0, 50],
  sorting: [50, 55],
  crediting: [55, 90],
  filing: [90, 100],
} as const
const WORDS = {
  waiting: '等待另一个导入结束',
  reading: '读取',
  sorting: '排序',
  crediting: '绑定计分',
  filing: '归档',
}
/** Without a terminal a line now and then is enough for a log. */
const LOG_EVERY_MS = 10_000

/** Progress of an import of a file of so many bytes, on standard error. */
export function importBar(bytes: number) {
  const bar = new SingleBar({
    format: '{step} [{bar}] {percentage}%',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: LOG_EVERY_MS,
    clearOnComplete: true,
  })
  let started = false
  return {
    show(step: ImportStep): void {
      if (!started) bar.start(100, 0, { step: WORDS[step.step] })
      started = true
      bar.update(percentOf(step, bytes), { step: WORDS[step.step] })
    },
    stop(): void {
      if (started) bar.stop()
    },
  }
}

function percentOf(done: ImportStep, bytes: number): number {
  if (done.step === 'waiting') return 0
  const [from, to] = SHARE[done.step]
  if (done.step === 'sorting') return from
  const part = done.step === 'reading' ? done.bytes / Math.max(1, bytes) : done.part / done.of
  return Math.floor(from + (to - from) * part)
}
