import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { ARIA_ATTRIBUTES, ARIA_COMPONENTS } from './aria-attributes'

interface MiniPlatform {
  runtimePath: string | string[]
  template?: { mergeComponents(ctx: IPluginContext, patch: object): void }
}

/** Taro types `aria-*` but its WeChat templates drop it; this puts it back in both halves. */
export default function ariaPlugin(ctx: IPluginContext): void {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: MiniPlatform) {
      if (!platform.template) return
      const patch = Object.fromEntries(ARIA_COMPONENTS.map((name) => [name, ARIA_ATTRIBUTES]))
      platform.template.mergeComponents(ctx, patch)
      const runtime = `post:${path.join(__dirname, 'aria-runtime.ts')}`
      platform.runtimePath = [platform.runtimePath, runtime].flat()
    },
  })
}
