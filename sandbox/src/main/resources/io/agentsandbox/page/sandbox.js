const TARGETS = ['genesys.oauth', 'genesys.api', 'genesys.inbound', 'meta.graph', 'meta.messages', 'meta.media', 'webhook.meta', 'webhook.genesys']
const CALL_KINDS = ['slow', 'rate-limited', 'server-error', 'reset', 'timeout', 'expired-token']
const WEBHOOK_KINDS = ['slow', 'duplicate', 'out-of-order', 'wrong-signature']
const POLL_MILLIS = 1500

const byId = (id) => document.getElementById(id)
let org = 'northwind'
let contact = null
let added = []

async function call(method, path, body) {
  const answer = await fetch(`/sandbox${path}`, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
  })
  const text = await answer.text()
  const data = text ? JSON.parse(text) : null
  if (!answer.ok) throw new Error(data?.error ?? data?.message ?? `${answer.status}`)
  return data
}

async function attempt(action) {
  const problem = byId('problem')
  try {
    await action()
    problem.hidden = true
  } catch (error) {
    problem.textContent = error.message
    problem.hidden = false
  }
}

function element(tag, text, className) {
  const made = document.createElement(tag)
  if (text !== undefined) made.textContent = text
  if (className) made.className = className
  return made
}

const shown = new Map()

/** Rebuilds part of the page only when its data changed, so that focus and scrolling stay. */
function show(id, data, build) {
  const key = JSON.stringify(data)
  if (shown.get(id) === key) return
  shown.set(id, key)
  build()
}

function time(millis) {
  return new Date(millis).toLocaleTimeString()
}

function showTiles(world, state) {
  const { genesysState: genesys, metaState: meta } = world
  const tiles = [
    [meta.customerMessages, 'messages by customers'],
    [genesys.messages, 'reached Genesys Cloud'],
    [genesys.agentMessages, 'answers by agents'],
    [meta.sent, 'sent on WhatsApp'],
    [genesys.receipts, 'receipts'],
    [state.webhooks.underWay, 'webhooks under way'],
  ]
  byId('tiles').replaceChildren(...tiles.map(([count, label]) => {
    const tile = element('div', undefined, 'tile')
    tile.append(element('b', count.toLocaleString()), element('span', label))
    return tile
  }))
}

function showSetup(world, state) {
  const integrations = world.genesysState.integrations.map((one) => `${one.name} → ${one.outboundNotificationWebhookUrl}`)
  const rows = [
    ['Sign in as', `${world.admin.email} or ${world.viewer.email}, password ${state.password}`],
    ['Integrations', integrations.join(', ') || 'none yet'],
    ['WhatsApp callback', world.metaState.effectiveCallback ?? 'none yet'],
    ['Machine client', `${world.machineClient.id} / ${world.machineClient.secret}`],
    ['WABA · number · app', `${world.meta.wabaId} · ${world.meta.phoneNumberId} · ${world.meta.appId}`],
    ['App secret', world.meta.appSecret],
    ['System user token', world.meta.systemUserToken],
  ]
  byId('setup').replaceChildren(...rows.flatMap(([name, value]) => [element('dt', name), element('dd', value)]))
}

function showTraffic(traffic) {
  const running = traffic[org]
  byId('traffic-note').textContent = running
    ? `${running.written} written by customers, ${running.answered} answered by agents`
    : 'Nobody writes by themselves.'
  if (document.activeElement !== byId('rate')) {
    byId('rate').value = running?.messagesPerMinute ?? 0
    byId('rate-shown').textContent = byId('rate').value
  }
}

function showFaults(faults) {
  byId('faults').replaceChildren(...faults.map((fault) => {
    const row = element('li')
    const left = fault.secondsLeft !== undefined ? `, ${fault.secondsLeft} s left` : ''
    row.append(element('span', `${fault.kind} on ${fault.target}: ${fault.hits} hits${left}`))
    const end = element('button', 'End')
    end.addEventListener('click', () => attempt(async () => { await call('DELETE', `/faults/${fault.id}`); await refresh() }))
    row.append(end)
    return row
  }))
}

function showRows(table, rows) {
  byId(table).tBodies[0].replaceChildren(...rows.map((cells) => {
    const row = element('tr')
    row.append(...cells.map(([text, className]) => element('td', text, className)))
    return row
  }))
}

function showDeliveries(deliveries) {
  showRows('deliveries', deliveries.toReversed().map((one) => [
    [time(one.at)], [one.partner], [one.kind], [one.attempt],
    [one.error || one.status, one.status === 200 ? 'good' : 'bad'], [one.millis],
  ]))
}

function showCalls(calls) {
  showRows('calls', calls.toReversed().map((one) => [
    [time(one.at)], [one.group], [`${one.method} ${one.path}`],
    [one.status || 'none', one.status >= 200 && one.status < 400 ? 'good' : 'bad'], [one.millis], [one.fault],
  ]))
}

function showContacts(contacts) {
  const known = new Set(contacts.map((one) => one.from))
  added = added.filter((one) => !known.has(one.from))
  const all = [...added, ...contacts]
  contact ??= all[0] ?? null
  byId('contacts').replaceChildren(...all.map((one) => {
    const button = element('button', one.name || one.from)
    button.setAttribute('aria-current', String(one.from === contact?.from && one.userId === contact?.userId))
    button.append(element('span', one.preview ?? one.from))
    button.addEventListener('click', () => { contact = one; attempt(refresh) })
    const row = element('li')
    row.append(button)
    return row
  }))
}

function showLines(id, lines, mySide) {
  const list = byId(id)
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 40
  list.replaceChildren(...lines.map((line) => {
    const row = element('li', line.text, line.side === mySide ? 'mine' : '')
    row.append(element('small', [time(line.at), line.status].filter(Boolean).join(' · ')))
    return row
  }))
  if (atEnd) list.scrollTop = list.scrollHeight
}

async function refresh() {
  const [state, contacts, deliveries, calls] = await Promise.all([
    call('GET', '/state'),
    call('GET', `/contacts?org=${org}`),
    call('GET', `/deliveries?org=${org}&limit=30`),
    call('GET', '/calls?limit=30'),
  ])
  const world = state.worlds.find((one) => one.key === org)
  show('tiles', [world, state.webhooks], () => showTiles(world, state))
  show('setup', world, () => showSetup(world, state))
  showTraffic(state.traffic)
  show('faults', state.faults, () => showFaults(state.faults))
  show('deliveries', deliveries, () => showDeliveries(deliveries))
  show('calls', calls, () => showCalls(calls))
  if (contact && !contact.userId) contact = contacts.find((one) => one.from === contact.from) ?? contact
  show('contacts', [contacts, added, contact], () => showContacts(contacts))
  const query = new URLSearchParams({ org, from: contact?.from ?? '', userId: contact?.userId ?? '' })
  const chat = contact ? await call('GET', `/chat?${query}`) : { phone: [], desk: [] }
  show('phone', chat.phone, () => showLines('phone', chat.phone, 'customer'))
  show('desk', chat.desk, () => showLines('desk', chat.desk, 'business'))
}

function customerMessage(type, text) {
  const message = { org, from: contact.from, userId: contact.userId, name: contact.name }
  if (type === 'text') return { ...message, text }
  if (type === 'location') {
    return { ...message, type, location: { latitude: 52.52, longitude: 13.405, name: text || 'Alexanderplatz, Berlin' } }
  }
  return { ...message, type, [type]: text && type !== 'audio' && type !== 'sticker' ? { caption: text } : {} }
}

function agentContact() {
  return contact.from ? `+${contact.from}` : contact.userId
}

function onSubmit(id, action) {
  byId(id).addEventListener('submit', (event) => {
    event.preventDefault()
    attempt(async () => { await action(); await refresh() })
  })
}

function setTraffic() {
  byId('rate-shown').textContent = byId('rate').value
  byId('people-shown').textContent = byId('people').value
  const traffic = { org, messagesPerMinute: Number(byId('rate').value), customers: Number(byId('people').value) }
  attempt(() => call('PUT', '/traffic', traffic))
}

function fillKinds() {
  const kinds = byId('fault-target').value.startsWith('webhook.') ? WEBHOOK_KINDS : CALL_KINDS
  byId('fault-kind').replaceChildren(...kinds.map((kind) => element('option', kind)))
}

function wire() {
  onSubmit('as-customer', async () => {
    if (!contact) throw new Error('Add a customer first.')
    const type = byId('customer-type').value
    const text = byId('customer-text').value
    if (type === 'text' && !text) throw new Error('Write something first.')
    await call('POST', '/customer/messages', customerMessage(type, text))
    byId('customer-text').value = ''
  })
  onSubmit('as-agent', async () => {
    if (!contact) throw new Error('Add a customer first.')
    await call('POST', '/agent/messages', { org, contact: agentContact(), text: byId('agent-text').value, agent: 'You' })
    byId('agent-text').value = ''
  })
  onSubmit('new-contact', async () => {
    const from = byId('new-number').value.replace('+', '')
    contact = { from, userId: '', name: `Customer ${from.slice(-4)}`, preview: 'has not written yet' }
    added.unshift(contact)
    byId('new-number').value = ''
  })
  onSubmit('new-fault', () => call('POST', '/faults', {
    target: byId('fault-target').value, kind: byId('fault-kind').value, seconds: Number(byId('fault-seconds').value),
  }))
  byId('clear-faults').addEventListener('click', () => attempt(async () => { await call('DELETE', '/faults'); await refresh() }))
  byId('disconnect').addEventListener('click', () => attempt(async () => {
    await call('POST', '/agent/disconnect', { org, contact: agentContact() })
    await refresh()
  }))
  byId('rate').addEventListener('input', () => { byId('rate-shown').textContent = byId('rate').value })
  byId('people').addEventListener('input', () => { byId('people-shown').textContent = byId('people').value })
  byId('rate').addEventListener('change', setTraffic)
  byId('people').addEventListener('change', setTraffic)
  byId('fault-target').replaceChildren(...TARGETS.map((target) => element('option', target)))
  byId('fault-target').addEventListener('change', fillKinds)
  byId('org').addEventListener('change', () => { org = byId('org').value; contact = null; added = []; attempt(refresh) })
  fillKinds()
}

async function start() {
  const state = await call('GET', '/state')
  byId('org').replaceChildren(...state.worlds.map((world) => {
    const option = element('option', world.organizationName)
    option.value = world.key
    return option
  }))
  await refresh()
}

wire()
attempt(start)
setInterval(() => { if (!document.hidden) attempt(refresh) }, POLL_MILLIS)
