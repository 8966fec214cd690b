import { create } from 'zustand'
import { keep, readKept } from '../device/storage'

export type ThemeChoice = 'system' | 'light' | 'dark'
/** Steps of the article's own text size, on top of the elder mode. */
export type TextStep = 0 | 1 | 2

interface Settings {
  elder: boolean
  theme: ThemeChoice
  textStep: TextStep
}

interface SettingsState extends Settings {
  change(part: Partial<Settings>): void
}

const DEFAULTS: Settings = { elder: false, theme: 'system', textStep: 0 }

export const useSettings = create<SettingsState>((set, get) => ({
  ...DEFAULTS,
  ...readKept<Partial<Settings>>('settings'),
  change(part) {
    set(part)
    const { elder, theme, textStep } = get()
    keep('settings', { elder, theme, textStep })
  },
}))
