import { Lock } from 'lucide-react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { PageHeader } from '@/components/layout/PageHeader'
import { Card } from '@/components/ui/Card'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorState } from '@/components/ui/ErrorState'
import { Notice } from '@/components/ui/Notice'
import { Skeleton } from '@/components/ui/Skeleton'
import { useSession } from '@/hooks/useAuth'
import { useOnboarding } from '@/hooks/useOnboarding'
import { useI18n } from '@/lib/i18n'
import {
  DONE,
  DONE_PATH,
  reachableSteps,
  STEPS,
  type StepName,
  stepNamed,
  stepNumber,
  stepPath,
} from '@/lib/onboardingSteps'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import { OnboardingDone } from './OnboardingDone'
import { SaveStatus } from './SaveStatus'
import { Step1Organization } from './Step1Organization'
import { Step2Genesys } from './Step2Genesys'
import { Step3WhatsApp } from './Step3WhatsApp'
import { Step4ConnectivityTest } from './Step4ConnectivityTest'
import { Step5WebhookDeployment } from './Step5WebhookDeployment'
import { StepIndicator } from './StepIndicator'
import type { StepProps } from './stepProps'

const STEP_PAGES = {
  organization: Step1Organization,
  genesys: Step2Genesys,
  whatsapp: Step3WhatsApp,
  test: Step4ConnectivityTest,
  deployment: Step5WebhookDeployment,
} as const

/** The set-up in five steps; each has an address of its own. */
export function OnboardingWizard() {
  const { t } = useI18n()
  const { user } = useSession()
  if (user.role !== 'admin') {
    return (
      <EmptyState
        icon={Lock}
        title={t('onboarding.adminOnly.title')}
        body={t('onboarding.adminOnly.body')}
        headingLevel={1}
      />
    )
  }
  return <Wizard />
}

function Wizard() {
  const { t } = useI18n()
  const { step: name } = useParams()
  const { progress, drafts, generation, isOvertaken } = useOnboarding()
  const { data, error, refetch, isFetching } = progress
  if (data === undefined) {
    return error === null ? (
      <Placeholder />
    ) : (
      <ErrorState
        title={t('onboarding.failed')}
        message={toUserMessage(error, t)}
        requestId={requestIdOf(error)}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  if (data.completedAt && (name === undefined || name === DONE)) return <OnboardingDone />
  const step = stepNamed(name)
  const furthest = reachableSteps(data.completedSteps)
  if (step === undefined || stepNumber(step) > furthest) {
    return <Navigate to={stepPath(STEPS[furthest - 1] ?? 'organization')} replace />
  }
  return (
    <div className="mx-auto max-w-5xl space-y-6">
      <PageHeader
        title={t('onboarding.title')}
        description={t('onboarding.lead')}
        actions={<SaveStatus drafts={drafts} savedAt={data.savedAt} />}
      />
      <div className="grid gap-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <StepIndicator current={step} completedSteps={data.completedSteps} />
        <div className="min-w-0 space-y-4">
          {isOvertaken ? (
            <Notice tone="warning" title={t('onboarding.overtaken.title')}>
              {t('onboarding.overtaken')}
            </Notice>
          ) : null}
          <StepCard key={`${step} ${generation}`} step={step} progress={data} drafts={drafts} />
        </div>
      </div>
    </div>
  )
}

interface CardProps extends Omit<StepProps, 'onDone'> {
  step: StepName
}

function StepCard({ step, progress, drafts }: CardProps) {
  const { t } = useI18n()
  const navigate = useNavigate()
  const Step = STEP_PAGES[step]
  const next = STEPS[stepNumber(step)]
  return (
    <Card className="p-5 sm:p-7">
      <h2 className="text-lg font-semibold tracking-tight">{t(`onboarding.step.${step}`)}</h2>
      <p className="mt-1 mb-6 max-w-prose text-sm text-ink-muted">
        {t(`onboarding.step.${step}.lead`)}
      </p>
      <Step
        progress={progress}
        drafts={drafts}
        onDone={() => void navigate(next ? stepPath(next) : DONE_PATH)}
      />
    </Card>
  )
}

function Placeholder() {
  return (
    <div className="mx-auto max-w-5xl space-y-6">
      <Skeleton className="h-8 w-64" />
      <div className="grid gap-6 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <Skeleton className="h-10 lg:h-52" />
        <Skeleton className="h-96" />
      </div>
    </div>
  )
}
