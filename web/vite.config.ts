import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy } from './src/lib/security.ts'

const service = process.env.PORTAL_URL ?? 'http://localhost:3000'
const proxy = { '/api': service, '/webhook': service, '/widget': service }

/** What the login page is made of; the console uses all of it as well. */
const LOGIN_PARTS = new RegExp(
  [
    'node_modules/(zod|zustand|clsx)/',
    'src/api/(client|auth)\\.',
    'src/lib/(constants|errors|i18n|lazyPage|pkce|preferences|returnTo|theme|userMessage)\\.',
    'src/types/(api|auth|schema)\\.',
    'src/contexts/loginFlow\\.',
    'src/components/(ErrorBoundary|LeaveFor|LoadingScreen)\\.',
    'src/components/ui/(Button|Field|Logo|Notice|Select)\\.',
    'lucide-react/dist/esm/(createLucideIcon|Icon|context|defaultAttributes|shared/)',
    'lucide-react/dist/esm/icons/(chevron-down|circle-exclamation-point|circle-check|info|loader-circle|triangle-exclamation-point-?)\\.',
    'vite/preload-helper|rolldown/runtime',
  ].join('|'),
)

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    compression({
      include: /\.(?:js|css|svg|html|webmanifest)$/,
      threshold: 1024,
      algorithms: [defineAlgorithm('brotliCompress'), defineAlgorithm('gzip', { level: 9 })],
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { port: 5173, strictPort: true, proxy },
  // The port is registered as a redirect address at Genesys, so it must not wander.
  preview: {
    port: 5173,
    strictPort: true,
    proxy,
    headers: { 'Content-Security-Policy': contentSecurityPolicy() },
  },
  build: {
    target: 'es2022',
    manifest: true,
    // A content security policy without `data:` and inline code: nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // The console, and the page in the frame of a transcript.
      input: ['index.html', 'widget.html'],
      output: {
        codeSplitting: {
          // A file of its own: it changes with React only, so browsers keep it for long.
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\// },
            // What the login page and the console share: one file compresses better than ten.
            { name: 'base', test: LOGIN_PARTS, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost:5173' } },
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test/setup.ts'],
    testTimeout: 30_000,
    env: { TZ: 'Pacific/Auckland' },
  },
})
