export default definePageConfig({
  navigationBarTitleText: '给下一位看',
})
