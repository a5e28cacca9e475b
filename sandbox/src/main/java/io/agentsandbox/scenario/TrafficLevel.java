package io.agentsandbox.scenario;

/// How much goes on by itself.
///
/// @param mixed whether pictures, places, voice notes and reactions come up now and then
record TrafficLevel(int customers, int messagesPerMinute, int agents, boolean mixed) {}
