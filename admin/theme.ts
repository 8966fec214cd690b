import { type ThemeConfig, theme } from 'antd'
import { create } from 'zustand'

const STORAGE_KEY = 'fangpian.console.mode'

export type Mode = 'light' | 'dark'

interface ModeStore {
  readonly mode: Mode
  toggle(): void
}

function firstMode(): Mode {
  const kept = localStorage.getItem(STORAGE_KEY)
  if (kept === 'light' || kept === 'dark') return kept
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches === true ? 'dark' : 'light'
}

export const useMode = create<ModeStore>((set, get) => ({
  mode: firstMode(),
  toggle() {
    const mode = get().mode === 'dark' ? 'light' : 'dark'
    localStorage.setItem(STORAGE_KEY, mode)
    set({ mode })
  },
}))

const POLICE_BLUE = '#1f4e9e'
const FONT =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif'

/** Ant Design derives greyish tints from dark seeds; these keep the page bright. */
const PALE = {
  colorPrimaryBg: '#e9f0fb',
  colorPrimaryBgHover: '#d8e5f8',
  colorPrimaryBorder: '#a9c3ee',
  colorInfoBg: '#e9f0fb',
  colorInfoBorder: '#bcd0f0',
  colorSuccessBg: '#e6f5ec',
  colorSuccessBorder: '#a9dbc0',
  colorWarningBg: '#fdf3e0',
  colorWarningBgHover: '#fae8c8',
  colorWarningBorder: '#f0cf95',
  colorErrorBg: '#fdeeee',
  colorErrorBorder: '#f2bcbc',
} as const

/** Outcomes keep one colour from chart to tag; the three differ in lightness too, not in hue only. */
export const OUTCOME_COLORS: Readonly<
  Record<Mode, { credited: string; held: string; refused: string }>
> = {
  light: { credited: '#2f6ad0', held: '#e8a33d', refused: '#b9c0cc' },
  dark: { credited: '#5b8def', held: '#d9962f', refused: '#5a6373' },
}

/** Ant Design's theme for the console: police blue, compact enough for a 1440×900 office screen. */
export function themeOf(mode: Mode): ThemeConfig {
  const dark = mode === 'dark'
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'fangpian' },
    token: {
      colorPrimary: dark ? '#5b8def' : POLICE_BLUE,
      colorInfo: dark ? '#5b8def' : POLICE_BLUE,
      colorSuccess: dark ? '#3fae7a' : '#2b8a5a',
      colorWarning: dark ? '#d9962f' : '#b9720f',
      colorError: dark ? '#e0605f' : '#c8383a',
      ...(dark ? {} : PALE),
      colorBgLayout: dark ? '#10141b' : '#f3f5f9',
      colorBgContainer: dark ? '#181d26' : '#ffffff',
      colorBgElevated: dark ? '#1f2530' : '#ffffff',
      borderRadius: 6,
      fontFamily: FONT,
      fontSize: 14,
    },
    components: {
      Layout: { siderBg: dark ? '#0c1017' : '#12305f', headerBg: dark ? '#181d26' : '#ffffff' },
      Menu: {
        darkItemBg: 'transparent',
        darkItemSelectedBg: 'rgba(255,255,255,0.14)',
        darkItemHoverBg: 'rgba(255,255,255,0.07)',
        itemHeight: 42,
      },
      Table: { headerBg: dark ? '#1f2530' : '#f6f8fb', cellPaddingBlockSM: 7 },
      Segmented: { trackBg: dark ? '#222936' : '#e3e8f0' },
    },
  }
}
