/** The wizard's five steps, in order, as they appear in addresses. */
export const STEPS = ['organization', 'genesys', 'whatsapp', 'test', 'deployment'] as const
export type StepName = (typeof STEPS)[number]

/** After the last step. */
export const DONE = 'done'
export const DONE_PATH = `/onboarding/${DONE}`

/** From 1. */
export function stepNumber(name: StepName): number {
  return STEPS.indexOf(name) + 1
}

/** The step of an address; `undefined` if there is none of that name. */
export function stepNamed(name: string | undefined): StepName | undefined {
  return STEPS.find((step) => step === name)
}

/** How far one may go: one step beyond those done in a row. */
export function reachableSteps(completedSteps: readonly number[]): number {
  const firstOpen = STEPS.findIndex((_, index) => !completedSteps.includes(index + 1))
  return firstOpen === -1 ? STEPS.length : firstOpen + 1
}

export function stepPath(name: StepName): string {
  return `/onboarding/${name}`
}
