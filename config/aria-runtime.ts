import { mergeInternalComponents } from '@tarojs/shared'
import { ARIA_ATTRIBUTES, ARIA_COMPONENTS } from './aria-attributes'

mergeInternalComponents(
  Object.fromEntries(ARIA_COMPONENTS.map((name) => [name, { ...ARIA_ATTRIBUTES }])),
)
