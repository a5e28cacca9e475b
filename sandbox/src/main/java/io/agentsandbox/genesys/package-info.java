/// A program that behaves like Genesys Cloud: login, tokens, organisation, Open Messaging
/// integrations, inbound messages and receipts, and signed webhooks for what agents write.
@NullMarked
package io.agentsandbox.genesys;

import org.jspecify.annotations.NullMarked;
