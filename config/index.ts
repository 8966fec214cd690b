import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import webpack from 'webpack'
import { buildSettings } from './build-settings'
import { lowerNodeModules, splitOnce } from './webpack-chain'

const root = path.resolve(__dirname, '..')
const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'
/** Folders outside src that hold TypeScript the phone runs; without them webpack cannot parse it. */
const ownFolders = ['domain', 'contract', 'config'].map((folder) => path.join(root, folder))
const WEAPP_ASSETS = [{ from: 'config/weapp-assets/', to: 'dist/weapp/' }]
const noScaling = { pxtransform: { enable: false }, cssModules: { enable: false } }

export default defineConfig<'webpack5'>({
  projectName: 'fangpian',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: process.env.CI !== 'true' },
  logger: { quiet: true, stats: false },
  env: buildSettings(target),
  copy: { patterns: target === 'weapp' ? WEAPP_ASSETS : [], options: {} },
  plugins: [path.join(__dirname, 'aria-plugin.ts')],
  // Taro quotes private fields by default ("#x"), which is a syntax error the build does not see.
  terser: { enable: true, config: { output: { quote_keys: false, keep_quoted_props: false } } },
  mini: {
    compile: { include: ownFolders },
    optimizeMainPackage: { enable: true },
    postcss: noScaling,
    webpackChain(chain) {
      lowerNodeModules(chain)
      // WeChat has no AbortController and TanStack Query spins for ever without one.
      chain
        .plugin('abort-controller')
        .use(webpack.ProvidePlugin, [
          { AbortController: [path.join(root, 'src/device/abort-controller.ts'), 'Aborter'] },
        ])
    },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: ownFolders },
    devServer: { host: '127.0.0.1', port: 8790, open: false },
    output: {
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
    },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { ...noScaling, autoprefixer: { enable: true } },
    webpackChain(chain) {
      lowerNodeModules(chain)
      splitOnce(chain)
    },
  },
})
