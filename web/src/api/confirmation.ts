import {
  type ConfirmationInit,
  type ConfirmationPurpose,
  type ConfirmationResponse,
  confirmationInitResponse,
  confirmationResponse,
} from '@/types/confirmation'
import { post } from './client'

/** Where the person signs in once more; the window comes back to `redirectUri`. */
export function initiateConfirmation(
  purpose: ConfirmationPurpose,
  redirectUri: string,
): Promise<ConfirmationInit> {
  return post('/api/auth/confirm/init', { purpose, redirectUri }, confirmationInitResponse)
}

/** `CONFIRMATION_OTHER_USER` when somebody else signed in. */
export function completeConfirmation(code: string, state: string): Promise<ConfirmationResponse> {
  return post('/api/auth/confirm/callback', { code, state }, confirmationResponse)
}
