export default definePageConfig({
  navigationBarTitleText: '我的分怎么来的',
})
