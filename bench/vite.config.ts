import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig, type UserConfig } from 'vite'

const config: UserConfig = defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@runoff/source', ...defaultClientConditions] },
  build: { chunkSizeWarningLimit: 2000 },
})

export default config
