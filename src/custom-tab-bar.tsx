/** WeChat wants this file once the tab bar is custom; the pages draw the bar themselves. */
export default function PlatformTabBar() {
  return null
}
