import * as z from 'zod/mini'

// The content security policy forbids `eval`; without this zod probes for it and the
// browser reports a violation. Every schema file imports `z` from here, never from zod.
z.config({ jitless: true })

export { z }
