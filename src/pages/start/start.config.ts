export default definePageConfig({
  navigationBarTitleText: '选一个身份',
})
