/** What the QR holds: the code's path under the origin people reach us at. */
export function codeAddress(path: string): string {
  const set = process.env.FANGPIAN_PUBLIC_ORIGIN ?? ''
  const origin = set || (typeof window === 'undefined' ? '' : window.location.origin)
  return `${origin}${path}`
}
