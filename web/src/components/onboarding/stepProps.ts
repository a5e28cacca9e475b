import type { Drafts } from '@/hooks/useOnboarding'
import type { OnboardingProgress } from '@/types/onboarding'

export interface StepProps {
  /** As it was saved last; secrets are never in it. */
  progress: OnboardingProgress
  drafts: Drafts
  /** The step is complete: show the next. */
  onDone: () => void
}
