/// A program that behaves like Meta's Graph API for WhatsApp: sending, media, number and account
/// facts, subscriptions with overrides, and signed webhooks.
@NullMarked
package io.agentsandbox.meta;

import org.jspecify.annotations.NullMarked;
