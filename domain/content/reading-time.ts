import { type Block, countCharacters } from './article'

/** Silent reading by an older reader; the eight a second of fluent readers is too fast for them. */
const CHARACTERS_PER_SECOND = 6
const SECONDS_MIN = 10

/** Seconds an unhurried reader needs for the blocks, rounded up, at least ten. */
export function readingSeconds(blocks: readonly Block[]): number {
  return Math.max(SECONDS_MIN, Math.ceil(countCharacters(blocks) / CHARACTERS_PER_SECOND))
}
