import type { ReactNode } from 'react'
import { Button } from '@/components/ui/Button'
import { ErrorState } from '@/components/ui/ErrorState'
import { Notice } from '@/components/ui/Notice'
import { Skeleton } from '@/components/ui/Skeleton'
import { failingChecksOf, useCompletion, useDeployment, useWebhooks } from '@/hooks/useWebhooks'
import { useI18n } from '@/lib/i18n'
import { stepPath } from '@/lib/onboardingSteps'
import { requestIdOf, toUserMessage } from '@/lib/userMessage'
import type { DeployStep, WebhookState } from '@/types/onboarding'
import { checkName } from './checkNames'
import { DeploySteps } from './DeploySteps'
import { DriftNotice } from './DriftNotice'
import { FirstCalls } from './FirstCalls'
import { failureText } from './problems'
import { StepActions } from './StepForm'
import type { StepProps } from './stepProps'
import { UndoDeployment } from './UndoDeployment'
import { WebhookAddresses } from './WebhookAddresses'

/** Tells both partners where to send messages, and watches for the first ones. */
export function Step5WebhookDeployment({ progress, onDone }: StepProps) {
  const { t } = useI18n()
  const { data: webhooks, error, refetch, isFetching } = useWebhooks()
  if (webhooks === undefined) {
    if (error === null) return <Skeleton className="h-64" />
    return (
      <ErrorState
        title={t('onboarding.webhooks.failed')}
        message={toUserMessage(error, t)}
        requestId={requestIdOf(error)}
        isRetrying={isFetching}
        onRetry={() => void refetch()}
      />
    )
  }
  return (
    <Deployment
      webhooks={webhooks}
      isDeployed={progress.completedSteps.includes(5) || isAtBothPartners(webhooks)}
      isComplete={Boolean(progress.completedAt)}
      onDone={onDone}
    />
  )
}

function isAtBothPartners({ meta, genesys }: WebhookState): boolean {
  return meta?.deployed === true && genesys?.deployed === true
}

interface Props {
  webhooks: WebhookState
  isDeployed: boolean
  isComplete: boolean
  onDone: () => void
}

function Deployment({ webhooks, isDeployed, isComplete, onDone }: Props) {
  const { t } = useI18n()
  const { steps, isRunning, error, deploy, undo } = useDeployment()
  const completion = useCompletion()
  const failure = error ?? undo.error
  const isWhole = isDeployed || hasSucceeded(steps)
  const isAnywhere =
    isWhole || webhooks.meta?.deployed === true || webhooks.genesys?.deployed === true
  return (
    <div className="space-y-6">
      <DriftNotice drift={webhooks.drift} isRepairing={isRunning} onRepair={() => void deploy()} />
      <Part title={t('onboarding.deploy.title')}>
        <DeploySteps steps={steps ?? webhooks.steps} />
        {failure === null ? null : (
          <Notice tone="error" title={t('onboarding.deploy.broken')}>
            {failureText(t, failure)}
          </Notice>
        )}
        <p role="status" className="sr-only">
          {isRunning ? t('onboarding.deploy.running') : null}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button
            variant={isWhole ? 'secondary' : 'primary'}
            isLoading={isRunning}
            onClick={() => void deploy()}
          >
            {t(isAnywhere ? 'onboarding.deploy.again' : 'onboarding.deploy.run')}
          </Button>
          {isAnywhere && !isComplete ? (
            <UndoDeployment isPending={undo.isPending} onUndo={() => undo.mutate()} />
          ) : null}
        </div>
      </Part>
      <Part title={t('onboarding.addresses')} lead={t('onboarding.addresses.lead')}>
        <WebhookAddresses webhooks={webhooks} />
      </Part>
      {isAnywhere ? (
        <Part title={t('onboarding.first')} lead={t('onboarding.first.lead')}>
          <FirstCalls webhooks={webhooks} />
        </Part>
      ) : null}
      {completion.error === null ? null : <CompletionRefused error={completion.error} />}
      <StepActions back={stepPath('test')}>
        <Button
          size="lg"
          disabled={!isWhole}
          isLoading={completion.isPending}
          onClick={() => completion.mutate(undefined, { onSuccess: onDone })}
        >
          {t(completion.isPending ? 'onboarding.completing' : 'onboarding.complete')}
        </Button>
      </StepActions>
    </div>
  )
}

/** What was just deployed has no step that failed or is left to a person. */
function hasSucceeded(steps: readonly DeployStep[] | null): boolean {
  const done = ['done', 'success', 'warning', 'waiting']
  return steps !== null && steps.length > 0 && steps.every(({ status }) => done.includes(status))
}

interface PartProps {
  title: string
  lead?: string
  children: ReactNode
}

function Part({ title, lead, children }: PartProps) {
  return (
    <section aria-label={title} className="space-y-3">
      <div>
        <h3 className="text-base font-semibold">{title}</h3>
        {lead ? <p className="text-sm text-ink-muted">{lead}</p> : null}
      </div>
      {children}
    </section>
  )
}

function CompletionRefused({ error }: { error: unknown }) {
  const { t } = useI18n()
  const failing = failingChecksOf(error) ?? []
  return (
    <Notice tone="error" title={t('onboarding.incomplete')}>
      {failing.length === 0 ? (
        failureText(t, error)
      ) : (
        <ul className="mt-1 list-disc space-y-1 ps-4">
          {failing.map(({ id, message }) => (
            <li key={id}>
              <span className="font-medium">{checkName(t, id)}:</span> {message}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
