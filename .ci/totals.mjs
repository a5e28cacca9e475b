// Adds up what all suites and checks reported, and prints it; the last line is "N passed, N failed".
//   node totals.mjs <folder of results>
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const results = process.argv[2]
const modules = ['sandbox', 'service']

const attribute = (xml, name) => Number(new RegExp(`\\s${name}="(\\d+)"`).exec(xml)?.[1] ?? 0)

/** The failing cases of a Surefire report, as "Class.method". */
function failedCases(xml) {
  const cases = xml.match(/<testcase [^>]*>(?:(?!<\/testcase>)[\s\S])*?<(?:failure|error)\b/g) ?? []
  return cases.map((text) => {
    const name = /\sname="([^"]*)"/.exec(text)?.[1]
    return `${/classname="([^"]*)"/.exec(text)?.[1]}.${name}`
  })
}

function javaSuite(name) {
  const folder = join(name, 'target', 'surefire-reports')
  const files = existsSync(folder) ? readdirSync(folder) : []
  const suite = { name, passed: 0, failed: 0, skipped: 0, problems: [] }
  for (const file of files.filter((file) => /^TEST-.*\.xml$/.test(file))) {
    const xml = readFileSync(join(folder, file), 'utf8')
    const head = /<testsuite\s[^>]*>/.exec(xml)?.[0] ?? ''
    const failed = attribute(head, 'failures') + attribute(head, 'errors')
    const skipped = attribute(head, 'skipped')
    suite.failed += failed
    suite.skipped += skipped
    suite.passed += attribute(head, 'tests') - failed - skipped
    suite.problems.push(...failedCases(xml))
  }
  return suite
}

function readJson(file) {
  const path = join(results, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

function vitestSuite() {
  const report = readJson('vitest.json')
  const cases = (report?.testResults ?? []).flatMap((file) => file.assertionResults)
  const brokenFiles = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    name: 'console',
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + brokenFiles.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    problems: [
      ...cases.filter((each) => each.status === 'failed').map((each) => each.fullName),
      ...brokenFiles.map((file) => file.name),
    ],
  }
}

/** All specs of a Playwright report, however deep they lie. */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]

function playwrightSuite() {
  const report = readJson('playwright.json')
  const failed = (report?.suites ?? []).flatMap(specsOf).filter((spec) => !spec.ok)
  return {
    name: 'browser',
    passed: (report?.stats.expected ?? 0) + (report?.stats.flaky ?? 0),
    failed: report?.stats.unexpected ?? 0,
    skipped: report?.stats.skipped ?? 0,
    problems: failed.map((spec) => spec.title),
  }
}

/** A suite that ran nothing has failed: silence is no success. */
function demandTests(suite) {
  if (suite.passed + suite.failed > 0) return suite
  return { ...suite, failed: 1, problems: [`${suite.name}: no test ran`] }
}

/** Checks count one each; those that only run a suite are counted by its tests unless the suite is fine. */
function checks(suites) {
  const folder = join(results, 'checks')
  const total = { name: 'checks', passed: 0, failed: 0, skipped: 0, problems: [] }
  const runners = { java: ['sandbox', 'service'], vitest: ['console'], playwright: ['browser'] }
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const [outcome, title] = readFileSync(join(folder, file), 'utf8').trim().split('\n')
    const isCounted = suites.some((suite) => runners[file]?.includes(suite.name) && suite.failed > 0)
    if (outcome === 'failed' && isCounted) continue
    total[outcome] += 1
    if (outcome === 'failed') total.problems.push(title)
  }
  return total
}

const suites = [...modules.map(javaSuite), vitestSuite(), playwrightSuite()].map(demandTests)
const all = [checks(suites), ...suites]
const sum = (key) => all.reduce((total, each) => total + each[key], 0)
const line = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`

for (const each of all) {
  console.log(`  ${each.name.padEnd(10)} ${line(each)}`)
  for (const problem of each.problems) console.log(`    failed: ${problem}`)
}
console.log(line({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') }))
process.exit(sum('failed') > 0 ? 1 : 0)
