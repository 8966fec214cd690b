import { useEffect } from 'react'
import { paintSurroundings, useSystemDark } from '../device/system-theme'
import { useSettings } from './settings'

/** The classes every screen wears: light or dark, normal or elder. */
export function useLook(): string {
  const { theme, elder } = useSettings()
  const systemDark = useSystemDark((state) => state.dark)
  const dark = theme === 'dark' || (theme === 'system' && systemDark)
  useEffect(() => paintSurroundings(dark), [dark])
  return ['fp-look', dark ? 'fp-dark' : 'fp-light', elder ? 'fp-elder' : '']
    .filter(Boolean)
    .join(' ')
}
