import { PortalError } from '@/lib/errors'
import {
  type Completion,
  type ConnectivityCheck,
  completion,
  connectivityCheck,
  type DeployFinished,
  type DeployStep,
  deployFinished,
  deployStep,
  type GenesysClient,
  type GenesysIntegration,
  genesysIntegrations,
  type OnboardingProgress,
  onboardingProgress,
  type SavedProgress,
  savedProgress,
  type TestFinished,
  type TestStarted,
  testFinished,
  testStarted,
  type WebhookState,
  type WhatsAppAccount,
  type WhatsAppNumber,
  webhookState,
  whatsAppNumbers,
} from '@/types/onboarding'
import type { z } from '@/types/schema'
import { del, get, post, type RequestOptions } from './client'
import { cutOff, postForEvents } from './eventRequest'

interface SaveOnboardingRequest {
  /** 1 to 5. */
  step: number
  /** The step's section by its name; empty secrets leave the stored ones alone. */
  data: { readonly [section: string]: { readonly [field: string]: string | null } }
  /** Keep it although it may be unfinished; the step does not count as done. */
  draft?: boolean
}

interface SaveOptions {
  /** The revision that the change builds on; another one by now is `REVISION_CONFLICT`. */
  revision: number
  keepalive?: boolean
}

export function getProgress(options: RequestOptions): Promise<OnboardingProgress> {
  return get('/api/onboarding/progress', onboardingProgress, options)
}

export function saveProgress(
  request: SaveOnboardingRequest,
  { revision, keepalive = false }: SaveOptions,
): Promise<SavedProgress> {
  const headers = { 'If-Match': `"${revision}"` }
  return post('/api/onboarding/save', request, savedProgress, { headers, keepalive })
}

const VALIDATE = '/api/integration/validate'
const WEBHOOKS = '/api/onboarding/webhooks'
const DEPLOY = `${WEBHOOKS}/deploy`
const INTEGRATIONS = '/api/onboarding/genesys/integrations'
const NUMBERS = '/api/onboarding/whatsapp/numbers'

/** What the saved client may see; `PARTNER_REFUSED` with Genesys' reason. */
export async function getIntegrations(options: RequestOptions): Promise<GenesysIntegration[]> {
  return (await get(INTEGRATIONS, genesysIntegrations, options)).integrations
}

/** The same with a client as it is typed, of which nothing is stored. */
export async function lookUpIntegrations(client: GenesysClient): Promise<GenesysIntegration[]> {
  return (await post(INTEGRATIONS, client, genesysIntegrations)).integrations
}

/** The numbers of the saved account; `PARTNER_REFUSED` with Meta's reason. */
export async function getNumbers(options: RequestOptions): Promise<WhatsAppNumber[]> {
  return (await get(NUMBERS, whatsAppNumbers, options)).numbers
}

/** The same with an account and token as they are typed, of which nothing is stored. */
export async function lookUpNumbers(account: WhatsAppAccount): Promise<WhatsAppNumber[]> {
  return (await post(NUMBERS, account, whatsAppNumbers)).numbers
}

/** What the last connectivity test said; `null`: there was none. */
export async function getLastTest(options: RequestOptions): Promise<TestFinished | null> {
  try {
    return await get(VALIDATE, testFinished, options)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

interface TestListener {
  onStarted: (started: TestStarted) => void
  /** As a check begins, and again when it has ended. */
  onCheck: (check: ConnectivityCheck) => void
}

/** Runs the connectivity test; each check is bounded, so it always comes to an end. */
export async function validateIntegration(
  { onStarted, onCheck }: TestListener,
  signal: AbortSignal,
): Promise<TestFinished> {
  let finished: TestFinished | undefined
  await postForEvents(
    VALIDATE,
    ({ name, data }) => {
      if (name === 'started') onStarted(parseEvent(testStarted, data))
      if (name === 'check') onCheck(parseEvent(connectivityCheck, data))
      if (name === 'finished') finished = parseEvent(testFinished, data)
    },
    signal,
  )
  if (finished === undefined) throw cutOff(VALIDATE, undefined)
  return finished
}

export function getWebhooks(options: RequestOptions): Promise<WebhookState> {
  return get(WEBHOOKS, webhookState, options)
}

/** Registers our addresses at both partners; safe to repeat. */
export async function deployWebhooks(
  onStep: (step: DeployStep) => void,
  signal: AbortSignal,
): Promise<DeployFinished> {
  let finished: DeployFinished | undefined
  await postForEvents(
    DEPLOY,
    ({ name, data }) => {
      if (name === 'step') onStep(parseEvent(deployStep, data))
      if (name === 'finished') finished = parseEvent(deployFinished, data)
    },
    signal,
  )
  if (finished === undefined) throw cutOff(DEPLOY, undefined)
  return finished
}

/** Takes our addresses back at both partners. */
export function undeployWebhooks(): Promise<DeployFinished> {
  return del(WEBHOOKS, deployFinished)
}

/** Asks the partners now whether somebody changed our addresses there. */
export function checkWebhooks(): Promise<WebhookState> {
  return post(`${WEBHOOKS}/check`, {}, webhookState, { timeoutMs: 60_000 })
}

/** May test the connection once more. Doing it again changes nothing; `ONBOARDING_INCOMPLETE` names what is in the way. */
export function completeOnboarding(): Promise<Completion> {
  return post('/api/onboarding/complete', {}, completion, { timeoutMs: 60_000 })
}

function parseEvent<T>(schema: z.ZodMiniType<T>, data: unknown): T {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  throw new PortalError({
    code: 'INVALID_RESPONSE',
    message: 'an event breaks the contract',
    statusCode: 200,
    cause: parsed.error,
  })
}
