// Lighthouse (desktop) on the login page and on pages behind it, against programs that are up already:
// the portal at PORTAL_URL. Prints a table, writes the figures to the file OUT and the report to the file REPORT.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import lighthouse, { desktopConfig } from 'lighthouse'
import budgets from '../.size-limit.mjs'

const portal = process.env.PORTAL_URL ?? 'http://localhost:3000'
const rounds = Number(process.env.ROUNDS ?? 3)
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo']
const PAGES = ['login', 'dashboard', 'conversations']
const FLOOR = 95

const profile = mkdtempSync(join(tmpdir(), 'agent-portal-lighthouse.'))
const debuggingPort = await freePort()
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [
    `--remote-debugging-port=${debuggingPort}`,
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const { version, results } = await measure().finally(async () => {
  await browser.close()
  rmSync(profile, { recursive: true, force: true })
})

const figures = [...sizes(), ...results.flatMap(figuresOf)]
for (const { metric, value, unit } of figures) say(`${metric.padEnd(34)} ${value} ${unit}`)
if (process.env.OUT) writeFileSync(process.env.OUT, `${JSON.stringify(report(), null, 2)}\n`)
if (process.env.REPORT) writeFileSync(process.env.REPORT, page())
const low = results.flatMap(figuresOf).filter(({ value }) => value < FLOOR)
if (low.length > 0) {
  say(`below ${FLOOR}: ${low.map(({ metric, value }) => `${metric} ${value}`).join(', ')}`)
  process.exitCode = 1
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

async function measure() {
  const measured = { login: await measurePage('login') }
  await signIn()
  for (const name of PAGES.slice(1)) measured[name] = await measurePage(name)
  const runs = Object.values(measured).flat()
  return {
    version: runs[0].lighthouseVersion,
    results: PAGES.map((name) => ({ name, runs: measured[name] })),
  }
}

/** The median of several rounds is what counts: one round shows the machine's mood. */
async function measurePage(name) {
  const runs = []
  for (let round = 0; round < rounds; round++) {
    const options = {
      port: debuggingPort,
      output: 'json',
      logLevel: 'error',
      disableStorageReset: true,
    }
    const run = await lighthouse(`${portal}/${name}`, options, desktopConfig)
    runs.push(run.lhr)
  }
  return runs
}

async function signIn() {
  const tab = await browser.newPage()
  await tab.goto(`${portal}/login`)
  await tab.getByRole('button', { name: 'Continue with Genesys Cloud' }).click()
  await tab.getByLabel('E-mail').fill('admin@northwind.example')
  await tab.getByLabel('Password').fill('sandbox')
  await tab.getByRole('button', { name: 'Sign in' }).click()
  await tab.getByRole('heading', { level: 1, name: 'Dashboard' }).waitFor()
  await tab.close()
}

function sizes() {
  return budgets.map(({ name, path }) => {
    const bytes = path.reduce(
      (sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length,
      0,
    )
    return { metric: `${name}_js_gzip_kb`, value: Math.round(bytes / 10) / 100, unit: 'kB' }
  })
}

function figuresOf({ name, runs }) {
  return CATEGORIES.map((category) => ({
    metric: `${name}_${category.replace('-', '_')}`,
    value: median(runs.map((run) => Math.round(run.categories[category].score * 100))),
    unit: 'of 100',
  }))
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

function report() {
  const machine = { cores: cpus().length, processor: cpus()[0].model, lighthouse: version }
  return { machine, at: new Date().toISOString(), figures }
}

function page() {
  const rows = results.map(({ name, runs }) => {
    const scores = figuresOf({ name, runs }).map(({ value }) => value)
    const of = (audit) => median(runs.map((run) => run.audits[audit].numericValue))
    const timing = ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time']
    const times = timing.map((audit) => `${Math.round(of(audit))} ms`)
    const shift = of('cumulative-layout-shift').toFixed(3)
    return `| ${name} | ${scores.join(' | ')} | ${times.join(' | ')} | ${shift} |`
  })
  const objections = results.flatMap(({ name, runs }) =>
    Object.values(runs.at(-1).audits)
      .filter(
        (audit) => audit.score !== null && audit.score < 0.9 && isWeighed(audit.id, runs.at(-1)),
      )
      .map(
        (audit) =>
          `- ${name}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`,
      ),
  )
  const weights = sizes().map(({ metric, value }) => `| ${metric.split('_')[0]} | ${value} kB |`)
  return `# Speed and soundness in the browser

Written by \`./portal bench ui\`: Lighthouse ${version}, desktop, median of ${rounds} rounds, against the product with its
sandbox and background traffic on one machine of ${cpus().length} cores with a load average of ${Math.round(loadavg()[0])}: above
${cpus().length}, what is measured in time says more of the neighbours than of the page. The floor is ${FLOOR} in every category.

| page | performance | accessibility | best practices | SEO | first paint | largest paint | blocked | layout shift |
|---|---|---|---|---|---|---|---|---|
${rows.join('\n')}

What counts against a page:

${objections.length > 0 ? objections.join('\n') : 'Nothing.'}

JavaScript that a first visit loads, compressed with gzip, in the largest language (budgets: \`web/.size-limit.mjs\`):

| page | size |
|---|---|
${weights.join('\n')}
`
}

function isWeighed(id, run) {
  return Object.values(run.categories).some(({ auditRefs }) =>
    auditRefs.some((ref) => ref.id === id && ref.weight > 0),
  )
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
