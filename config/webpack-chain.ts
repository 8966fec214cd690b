import type Chain from 'webpack-chain'

const MODERN_PACKAGES =
  /node_modules[\\/](@tanstack|zod|zustand|uqr|decode-uri-component|query-string)[\\/]/

/** Packages from npm are not lowered by Taro; old phones need them at ES2018. */
export function lowerNodeModules(chain: Chain): void {
  chain.module
    .rule('lower-node-modules')
    .test(/\.m?js$/)
    .include.add(MODERN_PACKAGES)
    .end()
    .use('esbuild')
    .loader('esbuild-loader')
    .options({ target: 'es2018' })
}

/** Without these groups every H5 page carries its own copy of React and of the components. */
export function splitOnce(chain: Chain): void {
  chain.performance.hints(false)
  chain.optimization.splitChunks({
    chunks: 'all',
    maxInitialRequests: 8,
    minSize: 0,
    cacheGroups: {
      default: false,
      defaultVendors: false,
      taro: { name: 'taro', test: /[\\/]@tarojs[\\/]/, priority: 100 },
      vendors: { name: 'vendors', test: /[\\/]node_modules[\\/]/, priority: 10 },
      // All pages in one file: a lost network must not leave a tab or the calm card dead.
      pages: { name: 'pages', test: /[\\/]src[\\/]/, chunks: 'async', enforce: true, priority: 1 },
    },
  })
}
