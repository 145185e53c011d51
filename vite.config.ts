import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const console = `http://127.0.0.1:${process.env.PORT ?? 4300}`

export default defineConfig({
  plugins: [react()],
  // The console server checks that a write comes from its own origin, so the proxy says it does.
  server: { port: 5173, proxy: { '/api': { target: console, changeOrigin: true } } },
  build: { target: 'es2023', sourcemap: false },
})
