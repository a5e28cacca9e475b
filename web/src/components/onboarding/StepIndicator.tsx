import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { Link } from 'react-router'
import { useI18n } from '@/lib/i18n'
import { reachableSteps, STEPS, type StepName, stepPath } from '@/lib/onboardingSteps'

interface Props {
  current: StepName
  completedSteps: readonly number[]
}

/** Where one is, what is done, and how far one may go. */
export function StepIndicator({ current, completedSteps }: Props) {
  const { t } = useI18n()
  const reachable = reachableSteps(completedSteps)
  return (
    <nav aria-label={t('onboarding.steps')}>
      <p className="mb-2 text-xs font-medium text-ink-subtle lg:hidden">
        {t('onboarding.stepOf', { number: STEPS.indexOf(current) + 1, total: STEPS.length })}
      </p>
      <ol className="flex gap-1.5 lg:flex-col lg:gap-0.5">
        {STEPS.map((step, index) => (
          <li key={step} className="flex-1">
            <StepLink
              step={step}
              number={index + 1}
              isCurrent={step === current}
              isDone={completedSteps.includes(index + 1)}
              isReachable={index + 1 <= reachable}
            />
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface LinkProps {
  step: StepName
  number: number
  isCurrent: boolean
  isDone: boolean
  isReachable: boolean
}

function StepLink({ step, number, isCurrent, isDone, isReachable }: LinkProps) {
  const { t } = useI18n()
  const content = (
    <>
      <StepMark number={number} isCurrent={isCurrent} isDone={isDone} />
      <span className="sr-only lg:not-sr-only">{t(`onboarding.step.${step}`)}</span>
      {isDone ? <span className="sr-only">{t('onboarding.step.done')}</span> : null}
    </>
  )
  const look =
    'flex items-center justify-center gap-3 rounded-md px-2 py-2 text-sm font-medium lg:justify-start'
  if (!isReachable) {
    return (
      <span aria-disabled="true" className={clsx(look, 'text-ink-subtle')}>
        {content}
      </span>
    )
  }
  return (
    <Link
      to={stepPath(step)}
      aria-current={isCurrent ? 'step' : undefined}
      className={clsx(
        look,
        'transition-colors',
        isCurrent ? 'bg-accent-tint text-ink' : 'text-ink-muted hover:bg-hover hover:text-ink',
      )}
    >
      {content}
    </Link>
  )
}

function StepMark({
  number,
  isCurrent,
  isDone,
}: Pick<LinkProps, 'number' | 'isCurrent' | 'isDone'>) {
  return (
    <span
      aria-hidden
      className={clsx(
        'tabular grid size-6 shrink-0 place-items-center rounded-full text-xs font-semibold',
        isDone && 'bg-success-tint text-success-ink',
        !isDone && isCurrent && 'bg-accent text-white',
        !(isDone || isCurrent) && 'border border-line-strong text-ink-subtle',
      )}
    >
      {isDone ? <Check className="size-3.5" /> : number}
    </span>
  )
}
