import { useMutation } from '@tanstack/react-query'
import { Play, RotateCw } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { Skeleton } from '@/components/ui/Skeleton'
import { Time } from '@/components/ui/Time'
import { type ShownCheck, useConnectivityTest, useLastTest } from '@/hooks/useConnectivityTest'
import { useI18n } from '@/lib/i18n'
import { stepPath } from '@/lib/onboardingSteps'
import type { CheckGroup, TestFinished } from '@/types/onboarding'
import { CheckRow } from './CheckRow'
import { failureText } from './problems'
import { StepActions } from './StepForm'
import type { StepProps } from './stepProps'

const GROUPS = ['genesys', 'whatsapp', 'webhook'] as const

/** Asks both partners, and our own address from outside, whether messages could flow. */
export function Step4ConnectivityTest({ progress, drafts, onDone }: StepProps) {
  const last = useLastTest()
  if (last.isPending) return <Skeleton className="h-64" />
  return <Test earlier={last.data ?? null} progress={progress} drafts={drafts} onDone={onDone} />
}

interface TestProps extends StepProps {
  earlier: TestFinished | null
}

function Test({ earlier, progress, drafts, onDone }: TestProps) {
  const { t } = useI18n()
  const { isRunning, checks, last, error, start } = useConnectivityTest(earlier)
  const isCounted = progress.completedSteps.includes(4)
  const isPassed = isCounted || passesFor(progress, last)
  const goOn = useMutation({
    mutationFn: async () => {
      if (!isCounted) await drafts.complete({ step: 4, section: null, values: {} })
    },
    onSuccess: onDone,
  })
  const failure = error ?? goOn.error
  const hasPassed = isPassed && !isRunning && error === null
  return (
    <div className="space-y-5">
      <TestState isRunning={isRunning} checks={checks} last={last} isPassed={isPassed} />
      {failure === null ? null : (
        <Notice tone="error" title={t('onboarding.test.broken')}>
          {failureText(t, failure)}
        </Notice>
      )}
      {GROUPS.map((group) => (
        <Group key={group} group={group} checks={checks.filter((check) => check.group === group)} />
      ))}
      <StepActions back={stepPath('whatsapp')}>
        <Button
          variant={hasPassed ? 'secondary' : 'primary'}
          size="lg"
          isLoading={isRunning}
          onClick={() => void start()}
        >
          {isRunning ? null : <RunIcon hasRun={checks.length > 0} />}
          {t(runLabel(isRunning, checks.length > 0))}
        </Button>
        {hasPassed ? (
          <Button size="lg" isLoading={goOn.isPending} onClick={() => goOn.mutate()}>
            {t('onboarding.test.continue')}
          </Button>
        ) : null}
      </StepActions>
    </div>
  )
}

/** Every part succeeded, and nothing was saved after the test. */
function passesFor({ savedAt }: StepProps['progress'], last: TestFinished | undefined): boolean {
  if (last === undefined) return false
  const isCurrent = !savedAt || Date.parse(last.testedAt) >= Date.parse(savedAt)
  const hasFailed = last.checks.some(({ status }) => status === 'error')
  const { genesys, whatsapp, webhook } = last.results
  return (
    isCurrent &&
    !hasFailed &&
    [genesys, whatsapp, webhook].every(({ status }) => status === 'success')
  )
}

function RunIcon({ hasRun }: { hasRun: boolean }) {
  const Icon = hasRun ? RotateCw : Play
  return <Icon aria-hidden className="size-4" />
}

function runLabel(isRunning: boolean, hasRun: boolean) {
  if (isRunning) return 'onboarding.test.running'
  return hasRun ? 'onboarding.test.again' : 'onboarding.test.run'
}

interface StateProps {
  isRunning: boolean
  checks: readonly ShownCheck[]
  last: TestFinished | undefined
  isPassed: boolean
}

/** One sentence on the whole test; read out when it changes. */
function TestState({ isRunning, checks, last, isPassed }: StateProps) {
  const { t } = useI18n()
  if (isRunning) {
    const done = checks.filter((check) => check.result && !check.isEarlier && !check.isRunning)
    return (
      <Notice tone="info" title={t('onboarding.test.running')}>
        {t('onboarding.test.progress', { done: done.length, total: checks.length })}
        {last ? <Age last={last} /> : null}
      </Notice>
    )
  }
  if (!last) return <Notice tone="info">{t('onboarding.test.none')}</Notice>
  const failed = last.checks.filter(({ status }) => status === 'error').length
  const warnings = last.checks.filter(({ status }) => status === 'warning').length
  if (failed > 0) {
    return (
      <Notice tone="error" title={t('onboarding.test.failed', { count: failed })}>
        {t('onboarding.test.failed.body')} <Age last={last} />
      </Notice>
    )
  }
  if (!isPassed) {
    return (
      <Notice tone="warning" title={t('onboarding.test.outdated')}>
        {t('onboarding.test.outdated.body')} <Age last={last} />
      </Notice>
    )
  }
  return (
    <Notice tone="success" title={t('onboarding.test.passed')}>
      {warnings > 0 ? `${t('onboarding.test.warnings', { count: warnings })} ` : null}
      <Age last={last} />
    </Notice>
  )
}

function Age({ last }: { last: TestFinished }) {
  const { t } = useI18n()
  return (
    <span className="block">
      {t('onboarding.test.testedAt')} <Time at={last.testedAt} format="relative" />
    </span>
  )
}

function Group({ group, checks }: { group: CheckGroup; checks: readonly ShownCheck[] }) {
  const { t } = useI18n()
  if (checks.length === 0) return null
  const passed = checks.filter(
    ({ result }) => result?.status === 'success' || result?.status === 'warning',
  ).length
  const id = `group-${group}`
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line">
      <div className="flex items-baseline justify-between gap-3 border-b border-line bg-sunken px-4 py-2">
        <h3 id={id} className="text-sm font-semibold">
          {t(`onboarding.group.${group}`)}
        </h3>
        <p className="tabular text-xs text-ink-subtle">
          {t('onboarding.group.passed', { passed, total: checks.length })}
        </p>
      </div>
      <ul className="divide-y divide-line">
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ul>
    </section>
  )
}
