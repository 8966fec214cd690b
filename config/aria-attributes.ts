/** Attributes a screen reader needs, with the default that a WeChat template binds. */
export const ARIA_ATTRIBUTES = {
  'aria-role': '',
  'aria-label': '',
  'aria-hidden': '',
  'aria-checked': '',
  'aria-selected': '',
  'aria-disabled': '',
  'aria-live': '',
}

export const ARIA_COMPONENTS = ['View', 'Text', 'Image', 'Button', 'Input', 'ScrollView']
