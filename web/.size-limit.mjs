import { existsSync, readFileSync } from 'node:fs'

const MANIFEST = 'dist/.vite/manifest.json'

if (!existsSync(MANIFEST)) throw new Error(`${MANIFEST} is missing: run "npm run build" first`)
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'))

/** Everything the browser loads for these entries, in the largest language. */
function scriptsOf(...entries) {
  const seen = new Set()
  const visit = (name) => {
    if (seen.has(name)) return
    seen.add(name)
    for (const next of manifest[name].imports ?? []) visit(next)
  }
  entries.forEach(visit)
  return [...seen].map((name) => `dist/${manifest[name].file}`)
}

const LOGIN = ['index.html', 'src/lib/messages/public.de.ts']
const CONSOLE = [...LOGIN, 'src/lib/messages/console.es.ts', 'src/Console.tsx']

export default [
  {
    name: 'login',
    path: scriptsOf(...LOGIN, 'src/components/auth/LoginPage.tsx'),
    gzip: true,
    limit: '90 kB',
  },
  {
    name: 'dashboard',
    path: scriptsOf(...CONSOLE, 'src/components/dashboard/Dashboard.tsx'),
    gzip: true,
    limit: '220 kB',
  },
  {
    name: 'conversations',
    path: scriptsOf(
      ...CONSOLE,
      'src/components/conversations/ConversationList.tsx',
      'src/components/conversations/ConversationDetailDrawer.tsx',
    ),
    gzip: true,
    limit: '220 kB',
  },
]
