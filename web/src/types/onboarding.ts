import { z } from './schema'

/** Text that an unfinished form may lack. */
const text = z._default(z.string(), '')
const moment = z.nullish(z.iso.datetime())

const organizationProfile = z.object({
  companyName: text,
  contactEmail: text,
  /** As typed in a draft; E.164 once the step is complete. */
  supportPhone: text,
  region: text,
})

const genesysConfig = z.object({
  clientId: text,
  /** Genesys region id, such as `eu-west-1`. */
  region: text,
  environment: text,
  hasClientSecret: z._default(z.boolean(), false),
  /** The stored secret with all but its end hidden. */
  maskedValue: z.nullish(z.string()),
  /** Open Messaging integration to use; `null`: one is created. */
  integrationId: z.nullish(z.string()),
  /** Inbound message flow that gets the messages; `null`: chosen in Genesys Cloud. */
  flowId: z.nullish(z.string()),
})
export type GenesysConfig = z.infer<typeof genesysConfig>

const whatsAppConfig = z.object({
  wabaId: text,
  phoneNumberId: text,
  appId: text,
  displayPhoneNumber: z.nullish(z.string()),
  hasSystemUserToken: z._default(z.boolean(), false),
  maskedValue: z.nullish(z.string()),
  hasAppSecret: z._default(z.boolean(), false),
  appSecretMaskedValue: z.nullish(z.string()),
  /** What Meta says; `null`: never, or not asked yet. */
  tokenExpiresAt: moment,
})
export type WhatsAppConfig = z.infer<typeof whatsAppConfig>

/** What was entered so far; never a secret. */
const onboardingFormData = z.object({
  organization: organizationProfile,
  genesys: genesysConfig,
  whatsapp: whatsAppConfig,
})

export const onboardingProgress = z.object({
  progress: onboardingFormData,
  /** 1 to 5. */
  currentStep: z.number(),
  completedSteps: z.array(z.number()),
  /** 0: nothing was saved yet. */
  revision: z.number(),
  savedAt: moment,
  deployedAt: moment,
  completedAt: moment,
})
export type OnboardingProgress = z.infer<typeof onboardingProgress>

export const savedProgress = z.object({
  /** To build the next save on. */
  revision: z.number(),
  savedAt: z.iso.datetime(),
  currentStep: z.nullish(z.number()),
  completedSteps: z.nullish(z.array(z.number())),
})
export type SavedProgress = z.infer<typeof savedProgress>

export const genesysIntegrations = z.object({
  integrations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.nullish(z.string()),
      webhookUrl: z.nullish(z.string()),
    }),
  ),
})
export type GenesysIntegration = z.infer<typeof genesysIntegrations>['integrations'][number]

export const whatsAppNumbers = z.object({
  numbers: z.array(
    z.object({
      id: z.string(),
      displayNumber: z.string(),
      verifiedName: z.nullish(z.string()),
      quality: z.nullish(z.string()),
      status: z.nullish(z.string()),
    }),
  ),
})
export type WhatsAppNumber = z.infer<typeof whatsAppNumbers>['numbers'][number]

const partnerGroup = z.enum(['genesys', 'whatsapp', 'webhook'])
export type CheckGroup = z.infer<typeof partnerGroup>

/** A name and a value for people to read. */
const fact = z.object({ label: z.string(), value: z.string() })
export type Fact = z.infer<typeof fact>

/** One question that the connectivity test asks. */
export const connectivityCheck = z.object({
  id: z.string(),
  group: partnerGroup,
  status: z.enum(['running', 'success', 'warning', 'error', 'skipped']),
  startedAt: moment,
  durationMs: z.nullish(z.number()),
  /** What was found, in English. */
  finding: z.nullish(z.string()),
  /** What to do about it, in English. */
  advice: z.nullish(z.string()),
  /** Stable name of the outcome. */
  code: z.nullish(z.string()),
  facts: z._default(z.array(fact), []),
})
export type ConnectivityCheck = z.infer<typeof connectivityCheck>

/** First event of a test: what is going to be checked. */
export const testStarted = z.object({
  checks: z.array(z.object({ id: z.string(), group: partnerGroup })),
  at: z.iso.datetime(),
})
export type TestStarted = z.infer<typeof testStarted>

const validationResult = z.object({
  status: z.enum(['success', 'error', 'pending']),
  message: z.string(),
})

const webhookUrls = z.object({
  meta: z.string(),
  genesys: z.string(),
  tenantId: z.string(),
})

/** Last event of a test. */
export const testFinished = z.object({
  results: z.object({
    genesys: validationResult,
    whatsapp: validationResult,
    webhook: validationResult,
  }),
  checks: z.array(connectivityCheck),
  testedAt: z.iso.datetime(),
})
export type TestFinished = z.infer<typeof testFinished>

/** One step of registering our addresses at a partner. */
export const deployStep = z.object({
  name: z.string(),
  partner: z.nullish(z.string()),
  /**
   * `manual`: somebody has to do it at the partner; `waiting`: done, not seen to work yet. A service
   * that answers at the end only says `success`, `warning` or `error`.
   */
  status: z.enum(['running', 'done', 'failed', 'manual', 'waiting', 'success', 'warning', 'error']),
  message: z.string(),
  advice: z.nullish(z.string()),
  instructions: z._default(
    z.array(
      z.object({ label: z.string(), value: z.string(), copyable: z._default(z.boolean(), false) }),
    ),
    [],
  ),
})
export type DeployStep = z.infer<typeof deployStep>

export const deployFinished = z.object({ steps: z.array(deployStep), webhookUrls })
export type DeployFinished = z.infer<typeof deployFinished>

/** How our addresses stand at the partners. */
export const webhookState = z.object({
  webhookUrls,
  /** Masked for viewers; empty before the first deployment. */
  verifyToken: z.string(),
  steps: z._default(z.array(deployStep), []),
  meta: z.nullish(
    z.object({ deployed: z.boolean(), firstHandshakeAt: moment, firstSignedAt: moment }),
  ),
  genesys: z.nullish(
    z.object({
      deployed: z.boolean(),
      integrationId: z.nullish(z.string()),
      firstSignedAt: moment,
    }),
  ),
  driftCheckedAt: moment,
  /** What somebody changed at a partner since. */
  drift: z._default(
    z.array(
      z.object({
        partner: z.string(),
        what: z.string(),
        expected: z.nullish(z.string()),
        found: z.nullish(z.string()),
        foundAt: moment,
      }),
    ),
    [],
  ),
})
export type WebhookState = z.infer<typeof webhookState>

export const completion = z.object({ webhookUrls, completedAt: moment })
export type Completion = z.infer<typeof completion>

/** In the details of `ONBOARDING_INCOMPLETE`. */
export const incompleteDetails = z.object({
  failing: z.array(z.object({ id: z.string(), group: z.nullish(z.string()), message: z.string() })),
})
export type FailingCheck = z.infer<typeof incompleteDetails>['failing'][number]

/** An empty secret stands for the stored one, if that is of the same client. */
export interface GenesysClient {
  clientId: string
  clientSecret: string
  region: string
}

/** An empty token stands for the stored one, if that is for the same account. */
export interface WhatsAppAccount {
  wabaId: string
  systemUserToken: string
}
