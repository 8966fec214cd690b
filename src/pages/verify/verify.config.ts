export default definePageConfig({
  navigationBarTitleText: '验真码',
})
