import { type APIRequestContext, expect } from '@playwright/test'

const SANDBOX_URL = process.env.SANDBOX_URL ?? 'http://localhost:3100'

/** A customer whom no other test has used: digits only, as WhatsApp gives a number. */
export function newCustomer(): { number: string; name: string } {
  const digits = String(Date.now() % 100_000_000).padStart(8, '0')
  return { number: `49151${digits}`, name: `Customer ${digits}` }
}

/** Plays the customers' phones and the agents' desktops of the organisation Northwind. */
export class Sandbox {
  constructor(private readonly request: APIRequestContext) {}

  async customerWrites(customer: { number: string; name: string }, text: string): Promise<void> {
    await this.call('/sandbox/customer/messages', {
      from: customer.number,
      name: customer.name,
      text,
    })
  }

  async agentAnswers(customer: { number: string }, text: string): Promise<void> {
    await this.call('/sandbox/agent/messages', { contact: `+${customer.number}`, text })
  }

  /** How many messages of this customer have reached the agents. */
  async reachedAgents(customer: { number: string }): Promise<number> {
    const answer = await this.request.get(
      `${SANDBOX_URL}/sandbox/genesys/messages?org=northwind&contact=%2B${customer.number}`,
    )
    const messages: unknown = await answer.json()
    return Array.isArray(messages) ? messages.length : 0
  }

  /** Stops the background traffic, which would move lists under the tests. */
  async quiet(): Promise<void> {
    const answer = await this.request.put(`${SANDBOX_URL}/sandbox/traffic`, {
      data: { org: 'northwind', messagesPerMinute: 0 },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }

  private async call(path: string, body: object): Promise<void> {
    const answer = await this.request.post(SANDBOX_URL + path, {
      data: { org: 'northwind', ...body },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
}
