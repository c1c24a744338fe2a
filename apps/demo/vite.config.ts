import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type UserConfig } from 'vite'

const config: UserConfig = defineConfig({
  plugins: [react()],
  // From the sources of our packages, so that the page needs no other build before its own; that
  // the published files work as well is tested with packed packages, away from this repository.
  resolve: { conditions: ['@runoff/source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    // What changes seldom stays in the browser's cache when the rest is new. What is loaded on
    // demand (re2js) stays out of it.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler)\// },
            {
              name: 'libraries',
              test: /node_modules\/(?!re2js\/|react\/|react-dom\/|scheduler\/)/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? 4870}` },
  },
})
export default config
