import { CopyChip } from '@/components/ui/CopyChip'
import { useI18n } from '@/lib/i18n'
import type { DeployStep } from '@/types/onboarding'
import { deployStepName } from './checkNames'
import { StateIcon } from './StateIcon'

interface Props {
  steps: readonly DeployStep[]
}

/** What was done at the partners, and what is left for a person to do there. */
export function DeploySteps({ steps }: Props) {
  const { t } = useI18n()
  if (steps.length === 0) return null
  return (
    <ol
      aria-label={t('onboarding.deploy.steps')}
      className="divide-y divide-line rounded-lg border border-line"
    >
      {steps.map((step) => (
        <li key={step.name} className="flex gap-3 px-4 py-3">
          <StateIcon state={step.status} label={t(`onboarding.check.state.${step.status}`)} />
          <div className="min-w-0 flex-1">
            <p className="text-sm font-medium">{deployStepName(t, step.name)}</p>
            <p className="text-sm text-ink-muted">{step.message}</p>
            {step.advice ? <p className="mt-1 text-sm text-warning-ink">{step.advice}</p> : null}
            {step.instructions.length > 0 ? <Instructions step={step} /> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

function Instructions({ step }: { step: DeployStep }) {
  return (
    <dl className="mt-2 space-y-1.5 rounded-md bg-warning-tint px-3 py-2 text-sm text-warning-ink">
      {step.instructions.map(({ label, value, copyable }) => (
        <div key={label} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <dt className="font-medium">{label}</dt>
          <dd className="min-w-0">{copyable ? <CopyChip value={value} label={label} /> : value}</dd>
        </div>
      ))}
    </dl>
  )
}
