/** Four digits made from an id: enough to tell neighbours apart, nothing to look somebody up by. */
export function fourDigits(memberId: string): string {
  const hex = memberId.replaceAll('-', '').slice(-8)
  return String(Number.parseInt(hex, 16) % 10_000).padStart(4, '0')
}

/** Pseudonyms hold no user text, so they need no content check. */
export function residentNickname(memberId: string): string {
  return `街坊${fourDigits(memberId)}`
}

export function promoterNickname(memberId: string): string {
  return `宣传员${fourDigits(memberId)}`
}
